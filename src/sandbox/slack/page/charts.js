/** The data_visualization block as SVG. */
import { h } from './dom.js'

const colours = ['#1264a3', '#d97706', '#2e7d5b', '#a03e99', '#5b6b7b', '#c2413b']
const width = 460
const height = 250
const frame = { left: 52, right: 10, top: 28, bottom: 46 }
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

function legend(entries) {
  const items = entries.map((entry, index) =>
    h('li', {}, h('span', { class: `swatch colour-${index}`, 'aria-hidden': 'true' }), entry),
  )
  return h('ul', { class: 'legend' }, items)
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

/** Round steps that cover the lowest to the highest value, zero included. */
function scaleOf(values) {
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
  return [
    grid,
    names,
    config.x_label
      ? h('text', { x: width / 2, y: height - 6, 'text-anchor': 'middle' }, config.x_label)
      : undefined,
    config.y_label ? h('text', { x: 0, y: 14 }, config.y_label) : undefined,
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

const pieSize = 200

function slice(start, share) {
  const centre = pieSize / 2
  const radius = centre - 4
  const at = (turn) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2
    return `${centre + radius * Math.cos(angle)},${centre + radius * Math.sin(angle)}`
  }
  const isLarge = share > 0.5 ? 1 : 0
  return `M${centre},${centre} L${at(start)} A${radius},${radius} 0 ${isLarge} 1 ${at(start + share)} Z`
}

function pie({ title, chart: { segments } }) {
  const total = segments.reduce((sum, { value }) => sum + value, 0)
  let start = 0
  const slices = segments.map(({ label, value }, index) => {
    // A slice of the whole circle would begin where it ends and draw nothing.
    const share = Math.min(0.9999, value / total)
    const d = slice(start, share)
    start += share
    const name = h('title', {}, `${label}: ${whole.format(value)}`)
    return h('path', { d, fill: colours[index], stroke: '#fff', 'stroke-width': 2 }, name)
  })
  const attributes = {
    viewBox: `0 0 ${pieSize} ${pieSize}`,
    class: 'pie',
    role: 'img',
    'aria-label': title,
    'data-chart': 'pie',
  }
  return h('svg', attributes, slices)
}

function pieLegend({ segments }) {
  const total = segments.reduce((sum, { value }) => sum + value, 0)
  const percent = (value) => `${Math.round((value / total) * 100)} %`
  return legend(segments.map(({ label, value }) => `${label} ${whole.format(value)} (${percent(value)})`))
}

export function chart(block) {
  const isPie = block.chart.type === 'pie'
  const drawn = isPie
    ? [pie(block), pieLegend(block.chart)]
    : [plotted(block), legend(block.chart.series.map(({ name }) => name))]
  return h(
    'figure',
    { class: 'chart', 'data-testid': 'chart' },
    h('figcaption', {}, block.title),
    h('div', { class: isPie ? 'pie-parts' : '' }, drawn),
  )
}
