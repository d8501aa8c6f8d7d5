/** Blocks that Slack accepts but @slack/types 3.2 does not declare. */
import type { Block, KnownBlock } from '@slack/types'

interface DataPoint {
  label: string
  value: number
}

/** Bars, lines or areas over named categories; every series has one point per category. */
interface SeriesChart {
  type: 'bar' | 'line' | 'area'
  series: { name: string; data: DataPoint[] }[]
  axis_config: { categories: string[]; x_label?: string; y_label?: string }
}

/** A native chart. */
export interface DataVisualizationBlock extends Block {
  type: 'data_visualization'
  title: string
  chart: SeriesChart
}

export type SlackBlock = KnownBlock | DataVisualizationBlock

/** What is sent. `text` replaces the blocks in notifications, in screen readers and where blocks are refused. */
export interface Payload {
  text: string
  blocks: SlackBlock[]
}
