import type { OwnMetricTexts } from '../en/own.ts'

export const own: OwnMetricTexts = {
  'own.records': '{records}, talt efter {date}',
  'own.sum': 'summen af {property} for {records}, efter {date}',
  'own.where': '{formula}, hvor {conditions}',
  'own.credit': '{formula}; tilskrevet: {property}',
  'own.is': '{property} er {values}',
  'own.isNot': '{property} ikke er {values}',
  'own.filled': '{property} er udfyldt',
  'own.empty': '{property} er tom',
  'own.above': '{property} er over {number}',
  'own.atLeast': '{property} er mindst {number}',
  'own.below': '{property} er under {number}',
  'own.atMost': '{property} er højst {number}',
  'own.on': '{property} er ja',
  'own.off': '{property} er nej',
  'own.more': '{n, plural, one {{n} betingelse mere} other {{n} betingelser mere}}',
  'help.family.A': 'Aktivitet: {names}',
  'help.family.C': 'Konvertering: {names}',
  'help.family.O': 'Resultater: {names}',
  'help.family.P': 'Pipeline nu: {names}',
  'help.family.Q': 'Mål: {names}',
}
