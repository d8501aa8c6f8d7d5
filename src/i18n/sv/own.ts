import type { OwnMetricTexts } from '../en/own.ts'

export const own: OwnMetricTexts = {
  'own.records': '{records}, räknade efter {date}',
  'own.sum': 'summan av {property} för {records}, efter {date}',
  'own.where': '{formula}, där {conditions}',
  'own.credit': '{formula}; tillskrivs: {property}',
  'own.is': '{property} är {values}',
  'own.isNot': '{property} inte är {values}',
  'own.filled': '{property} är ifyllt',
  'own.empty': '{property} är tomt',
  'own.above': '{property} är över {number}',
  'own.atLeast': '{property} är minst {number}',
  'own.below': '{property} är under {number}',
  'own.atMost': '{property} är högst {number}',
  'own.on': '{property} är ja',
  'own.off': '{property} är nej',
  'own.more': '{n, plural, one {{n} villkor till} other {{n} villkor till}}',
  'help.family.A': 'Aktivitet: {names}',
  'help.family.C': 'Konvertering: {names}',
  'help.family.O': 'Resultat: {names}',
  'help.family.P': 'Pipeline nu: {names}',
  'help.family.Q': 'Mål: {names}',
}
