/** A certificate that signs itself, for 127.0.0.1, localhost and other hosts, made when a test asks for it (X.509, RFC 5280). */
import { generateKeyPairSync, sign } from 'node:crypto'

export interface Certificate {
  /** Both as PEM. */
  cert: string
  key: string
}

const DAY_MS = 86_400_000

export function selfSigned(hosts: readonly string[] = []): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8('Scoreline test'))))
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    sequence(oid('1.2.840.10045.4.3.2')),
    name,
    sequence(time(Date.now() - DAY_MS), time(Date.now() + DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(authority(), alternativeNames(hosts))),
  )
  const signature = sign('sha256', body, privateKey)
  const whole = sequence(
    body,
    sequence(oid('1.2.840.10045.4.3.2')),
    tagged(0x03, Buffer.concat([Buffer.of(0), signature])),
  )
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** The only certificate that may sign others. */
function authority(): Buffer {
  return sequence(oid('2.5.29.19'), tagged(0x04, sequence(tagged(0x01, Buffer.of(0xff)))))
}

function alternativeNames(hosts: readonly string[]): Buffer {
  const names = ['localhost', ...hosts].map((host) => tagged(0x82, Buffer.from(host)))
  return sequence(oid('2.5.29.17'), tagged(0x04, sequence(...names, tagged(0x87, Buffer.of(127, 0, 0, 1)))))
}

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...head), content])
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, ...parts)
}

function set(...parts: Buffer[]): Buffer {
  return tagged(0x31, ...parts)
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.of(value))
}

function utf8(text: string): Buffer {
  return tagged(0x0c, Buffer.from(text))
}

/** `YYMMDDHHMMSSZ` */
function time(at: number): Buffer {
  const text = new Date(at).toISOString().replace(/^\d\d|[-:T]|\.\d+/g, '')
  return tagged(0x17, Buffer.from(text))
}

/** The first two numbers share a byte, any other has 7 bits in each byte. */
function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = rest.flatMap((number) => {
    const digits = [number & 0x7f]
    for (let left = number >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80)
    return digits
  })
  return tagged(0x06, Buffer.of(first * 40 + second, ...bytes))
}
