import type {Doc} from '../../model/index.ts'

/** News agencies whose reports others print, and how credits name them. */
const agencies: readonly (readonly [name: string, said: RegExp])[] = [
  ['afp', /\bAFP\b|Agence France.Presse/i],
  ['anadolu', /\bAnadolu\b/i],
  ['ani', /\bANI\b|Asian News International/],
  ['ap', /\bAP\b|Associated Press\b(?! of Pakistan)/],
  ['app', /\bAPP\b|Associated Press of Pakistan/],
  ['bloomberg', /\bBloomberg\b/i],
  ['dpa', /\bdpa\b|Deutsche Presse/i],
  ['efe', /\bEFE\b/],
  ['ians', /\bIANS\b/],
  ['interfax', /\bInterfax\b/i],
  ['irna', /\bIRNA\b/],
  ['itar-tass', /\bTASS\b/],
  ['kyodo', /\bKyodo\b/i],
  ['pti', /\bPTI\b|Press Trust of India/],
  ['reuters', /\bReuters\b/i],
  ['upi', /\bUPI\b|United Press International/],
  ['xinhua', /\bXinhua\b/i],
  ['yonhap', /\bYonhap\b/i],
]

/** Agencies that a Doc credits, sorted. */
export function wiresOf({credits, byline, outlet}: Doc): string[] {
  const printed = [...credits, byline ?? '', outlet ?? ''].join(' | ')
  return agencies.flatMap(([name, said]) => (said.test(printed) ? [name] : []))
}
