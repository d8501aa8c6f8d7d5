/** The app's Home tab for the person. */
import { drawBlocks } from './blocks.js'
import { fill, h } from './dom.js'

export function drawHome(parent, view, { people, actions }) {
  const key = JSON.stringify([view?.id, view?.hash, people.me])
  if (parent.dataset.key === key) return
  parent.dataset.key = key
  if (view === null) {
    fill(parent, h('p', { class: 'empty' }, 'The app has not shown anything here yet.'))
    return
  }
  const context = { people, state: view.state, press: (pressed) => actions.pressInView(view, pressed) }
  fill(parent, drawBlocks(view.payload.blocks, context))
}
