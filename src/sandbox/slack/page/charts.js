/** The data_visualization block as SVG. */
import { h } from './dom.js'

const colours = ['#1264a3', '#d97706', '#2e7d5b', '#a03e99', '#5b6b7b', '#c2413b']
const width = 560
const height = 260
const frame = { left: 56, right: 12, top: 12, bottom: 46 }
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

function legend(names) {
  const entries = names.map((name, index) =>
    h('li', {}, h('span', { class: `swatch colour-${index}`, 'aria-hidden': 'true' }), name),
  )
  return h('ul', { class: 'legend' }, entries)
}

function svg(kind, label, ...children) {
  const attributes = {
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': label,
    'data-chart': kind,
  }
  return h('svg', attributes, ...children)
}

/** Round steps that cover lowest to highest with zero in it. */
export function scaleOf(values) {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const rough = (high - low || 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough
  const from = Math.floor(low / step) * step
  const to = Math.ceil(high / step) * step || step
  const ticks = []
  for (let tick = from; tick <= to + step / 2; tick += step) ticks.push(tick)
  return { from, to, ticks }
}

function axes({ scale, yOf, categories, xOf, config }) {
  const grid = scale.ticks.map((tick) => {
    const y = yOf(tick)
    return h(
      'g',
      {},
      h('line', {
        x1: frame.left,
        x2: width - frame.right,
        y1: y,
        y2: y,
        class: tick === 0 ? 'axis' : 'grid',
      }),
      h('text', { x: frame.left - 8, y: y + 4, 'text-anchor': 'end' }, short.format(tick)),
    )
  })
  const every = Math.ceil(categories.length / 8)
  const names = categories.map((name, index) =>
    index % every === 0
      ? h('text', { x: xOf(index), y: height - 28, 'text-anchor': 'middle' }, name)
      : undefined,
  )
  const middle = frame.top + (height - frame.top - frame.bottom) / 2
  const turned = { x: 0, y: 0, 'text-anchor': 'middle', transform: `translate(12 ${middle}) rotate(-90)` }
  return [
    grid,
    names,
    config.x_label
      ? h('text', { x: width / 2, y: height - 6, 'text-anchor': 'middle' }, config.x_label)
      : undefined,
    config.y_label ? h('text', turned, config.y_label) : undefined,
  ]
}

function valueAt(series, category) {
  return series.data.find((point) => point.label === category)?.value ?? 0
}

function tip(series, category) {
  return h('title', {}, `${series.name}, ${category}: ${whole.format(valueAt(series, category))}`)
}

function bars({ chart, categories, slot, xOf, yOf }) {
  const wide = Math.min(44, (slot * 0.7) / chart.series.length)
  return chart.series.map((series, index) =>
    categories.map((category, position) => {
      const value = valueAt(series, category)
      const x = xOf(position) + (index - chart.series.length / 2) * wide
      const y = yOf(Math.max(0, value))
      const tall = Math.max(1, Math.abs(yOf(value) - yOf(0)))
      const box = { x: x + 1, y, width: Math.max(1, wide - 2), height: tall, rx: 2 }
      return h('rect', { ...box, fill: colours[index] }, tip(series, category))
    }),
  )
}

function curves({ chart, categories, xOf, yOf }) {
  return chart.series.map((series, index) => {
    const points = categories.map((category, position) => [xOf(position), yOf(valueAt(series, category))])
    const path = points.map((point) => point.join(',')).join(' ')
    const base = `${xOf(categories.length - 1)},${yOf(0)} ${xOf(0)},${yOf(0)}`
    const colour = colours[index]
    return [
      chart.type === 'area'
        ? h('polygon', { points: `${path} ${base}`, fill: colour, 'fill-opacity': 0.22 })
        : undefined,
      h('polyline', {
        points: path,
        fill: 'none',
        stroke: colour,
        'stroke-width': 2.5,
        'stroke-linejoin': 'round',
      }),
      points.map(([x, y], position) =>
        h('circle', { cx: x, cy: y, r: 3.5, fill: colour }, tip(series, categories[position])),
      ),
    ]
  })
}

function plotted(block) {
  const { chart } = block
  const config = chart.axis_config
  const { categories } = config
  const scale = scaleOf(chart.series.flatMap((series) => series.data.map((point) => point.value)))
  const inside = height - frame.top - frame.bottom
  const yOf = (value) => frame.top + inside * (1 - (value - scale.from) / (scale.to - scale.from))
  const slot = (width - frame.left - frame.right) / categories.length
  const xOf = (index) => frame.left + slot * (index + 0.5)
  const parts = { chart, categories, slot, xOf, yOf }
  const drawn = chart.type === 'bar' ? bars(parts) : curves(parts)
  return svg(chart.type, block.title, axes({ scale, yOf, categories, xOf, config }), drawn)
}

function slice(start, share) {
  const centre = { x: height / 2, y: height / 2 }
  const radius = height / 2 - 14
  const at = (turn) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2
    return `${centre.x + radius * Math.cos(angle)},${centre.y + radius * Math.sin(angle)}`
  }
  if (share > 0.9999) return undefined
  return `M${centre.x},${centre.y} L${at(start)} A${radius},${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${at(start + share)} Z`
}

function pie(block) {
  const { segments } = block.chart
  const total = segments.reduce((sum, { value }) => sum + value, 0)
  let start = 0
  const slices = segments.map(({ label, value }, index) => {
    const share = value / total
    const d = slice(start, share)
    start += share
    const name = h('title', {}, `${label}: ${whole.format(value)}`)
    if (d === undefined) {
      return h('circle', { cx: height / 2, cy: height / 2, r: height / 2 - 14, fill: colours[index] }, name)
    }
    return h('path', { d, fill: colours[index], stroke: '#fff', 'stroke-width': 2 }, name)
  })
  const lines = segments.map(({ label, value }, index) => {
    const y = height / 2 + (index - (segments.length - 1) / 2) * 30
    const percent = `${Math.round((value / total) * 100)} %`
    return h(
      'g',
      {},
      h('rect', { x: 300, y: y - 11, width: 14, height: 14, rx: 3, fill: colours[index] }),
      h('text', { x: 324, y, class: 'pie-label' }, `${label}  ${whole.format(value)} (${percent})`),
    )
  })
  return svg('pie', block.title, slices, lines)
}

export function chart(block) {
  const isPie = block.chart.type === 'pie'
  const drawn = isPie ? pie(block) : plotted(block)
  const names = isPie ? [] : block.chart.series.map(({ name }) => name)
  return h(
    'figure',
    { class: 'chart', 'data-testid': 'chart' },
    h('figcaption', {}, block.title),
    drawn,
    names.length > 0 ? legend(names) : undefined,
  )
}
