import type { OwnMetricTexts } from '../en/own.ts'

export const own: OwnMetricTexts = {
  'own.records': '{records}, dihitung menurut {date}',
  'own.sum': 'total {property} dari {records}, menurut {date}',
  'own.where': '{formula}, dengan {conditions}',
  'own.credit': '{formula}; dicatat untuk: {property}',
  'own.is': '{property} adalah {values}',
  'own.isNot': '{property} bukan {values}',
  'own.filled': '{property} terisi',
  'own.empty': '{property} kosong',
  'own.above': '{property} di atas {number}',
  'own.atLeast': '{property} minimal {number}',
  'own.below': '{property} di bawah {number}',
  'own.atMost': '{property} maksimal {number}',
  'own.on': '{property} bernilai ya',
  'own.off': '{property} bernilai tidak',
  'own.more': '{n, plural, other {{n} syarat lagi}}',
  'help.family.A': 'Aktivitas: {names}',
  'help.family.C': 'Konversi: {names}',
  'help.family.O': 'Hasil: {names}',
  'help.family.P': 'Pipeline saat ini: {names}',
  'help.family.Q': 'Target: {names}',
}
