/** Asks for confirmation before an element with a confirm dialog acts. */
import { dialogOf, fill, h } from './dom.js'
import { textNodes } from './mrkdwn.js'

const dialog = dialogOf('confirm')

/** Resolves to whether the person agreed; immediately if no confirmation is needed. */
export function agreed(element, people) {
  const asked = element.confirm
  if (asked === undefined) return Promise.resolve(true)
  return new Promise((resolve) => {
    const finish = (answer) => {
      dialog.onclose = null
      dialog.close()
      resolve(answer)
    }
    dialog.onclose = () => resolve(false)
    fill(
      dialog,
      h('header', {}, h('h2', {}, asked.title?.text ?? 'Are you sure?')),
      h('div', { class: 'modal-body' }, textNodes(asked.text, people)),
      h(
        'footer',
        {},
        h(
          'button',
          { type: 'button', class: 'button', 'data-testid': 'confirm-no', onclick: () => finish(false) },
          asked.deny?.text ?? 'Cancel',
        ),
        h(
          'button',
          {
            type: 'button',
            class: `button ${asked.style ?? 'primary'}`,
            'data-testid': 'confirm-yes',
            onclick: () => finish(true),
          },
          asked.confirm?.text ?? 'Yes',
        ),
      ),
    )
    dialog.showModal()
  })
}
