import type { OwnMetricTexts } from '../en/own.ts'

export const own: OwnMetricTexts = {
  'own.records': '{records}, după {date}',
  'own.sum': 'totalul {property} din {records}, după {date}',
  'own.where': '{formula}, unde {conditions}',
  'own.credit': '{formula}; atribuite după: {property}',
  'own.is': '{property} este {values}',
  'own.isNot': '{property} nu este {values}',
  'own.filled': '{property} este completat',
  'own.empty': '{property} este gol',
  'own.above': '{property} este peste {number}',
  'own.atLeast': '{property} este cel puțin {number}',
  'own.below': '{property} este sub {number}',
  'own.atMost': '{property} este cel mult {number}',
  'own.on': '{property} este da',
  'own.off': '{property} este nu',
  'own.more': '{n, plural, one {încă {n} condiție} few {încă {n} condiții} other {încă {n} de condiții}}',
  'help.family.A': 'Activitate: {names}',
  'help.family.C': 'Conversie: {names}',
  'help.family.O': 'Rezultate: {names}',
  'help.family.P': 'Pipeline acum: {names}',
  'help.family.Q': 'Țintă: {names}',
}
