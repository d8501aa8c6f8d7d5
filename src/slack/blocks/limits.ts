/** Slack's limits. Where its own pages disagree, the smaller number; message totals are below the measured ones. */
export const limits = {
  message: { blocks: 45, renderedCharacters: 10_000, textCharacters: 10_000, tables: 1, charts: 2 },
  home: { blocks: 100 },
  blockId: 255,
  actionId: 255,
  section: { text: 3000, fields: 10, fieldText: 2000 },
  header: { text: 150 },
  context: { elements: 10, text: 2000 },
  actions: { elements: 25 },
  button: { text: 75, value: 2000, url: 3000 },
  dataTable: { rows: 101, columns: 20, pageSize: 100, caption: 2000 },
  chart: { title: 50, series: 6, points: 20, label: 20 },
} as const
