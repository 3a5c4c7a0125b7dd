import type {CutReason} from '../model/index.ts'
import type {Judgement} from './piece.ts'

/** What a class, id or role says about an element: its words, joined by spaces, are searched for `words`. */
interface Sign {
  readonly words: RegExp
  readonly reason: CutReason
  /** A weak sign gives way to a strong one further in: a share row inside a footer is a share row. */
  readonly weak?: boolean
}

const signs: readonly Sign[] = [
  {words: / (pullquote|pull quote|pullquotes) /, reason: 'other'},
  {
    words: / (sr only|screen reader text|visually hidden|visuallyhidden|a11y hidden|u hidden visually) /,
    reason: 'hidden',
  },
  {
    words:
      / (share|sharing|sharebar|sharedaddy|sharethis|addtoany|addthis|social|socials|socialmedia|follow us|jp relatedposts share) /,
    reason: 'share-bar',
  },
  {
    words:
      / (subscribe|subscription|subscriptions|newsletter|newsletters|signup|sign up|mailchimp|mc embed|email form|paywall|piano|regwall|membership) /,
    reason: 'subscribe-box',
  },
  {
    words:
      / (related|recommended|recommendation|recommendations|recirc|recirculation|read more|readmore|also read|more from|more stories|more on|read next|up next|next up|next article|previous article|post navigation|nextprev|teaser|teasers|outbrain|taboola|zergnet|revcontent|trending|popular|most read|mostread|most viewed|latest news|latest posts|latest stories|recent posts|inline links|jp relatedposts|relatedposts|related posts|onward|story package|you may like|you might like|see also box|promo|promos) /,
    reason: 'related-post',
  },
  {
    words:
      / (comments|commentlist|comment respond|comment list|comment form|comment body|respond|disqus|discussion|livefyre|coral talk|fb comments|spot im|viafoura) /,
    reason: 'comment',
  },
  {
    words:
      / (ad|ads|adv|advert|adverts|advertisement|advertising|adslot|adbox|adwrap|adsbygoogle|dfp|gpt|sponsor|sponsored|sponsors|partner content|affiliate|billboard) /,
    reason: 'advertisement',
  },
  {
    words:
      / (caption|captions|figcaption|photo credit|image credit|img credit|media credit|wp caption|imagecaption|photo caption|slideshow|gallery|lightbox|carousel|infographic|media info|image info) /,
    reason: 'caption',
  },
  {
    words:
      / (tags|taglist|tag list|tag cloud|tagcloud|post tags|entry tags|article tags|cat links|tags links|topics|topic list|keywords|post categories|categories|hashtags) /,
    reason: 'tags',
  },
  {
    words:
      / (byline|bylines|author|authors|author box|author bio|about author|author info|contributor|contributors|dateline bar|post meta|entry meta|article meta|meta data|timestamp|posted on|publish date|pubdate|published date|reading time) /,
    reason: 'byline',
  },
  {
    words:
      / (breadcrumb|breadcrumbs|menu|navbar|nav|navigation|main navigation|topbar|toolbar|tools|pagination|pager|skip link|skip|toc|table of contents|jump links|masthead|site header|hamburger|eyebrow|kicker) /,
    reason: 'navigation',
    weak: true,
  },
  {
    words: / (site footer|footer|copyright|colophon|legal|disclaimer|cookie|cookies|consent|gdpr|privacy|imprint) /,
    reason: 'footer',
    weak: true,
  },
  {
    words:
      / (login|log in|modal|popup|pop up|overlay|tooltip|audio|player|audio player|listen|feedback|correction|corrections|donate|donation|survey|poll|quiz|rating|ratings|widget|widgets|toast|alert bar|live strip|ticker|editors? note|article notes?|app download|download app) /,
    reason: 'other',
    weak: true,
  },
  {words: / (sidebar|side bar|rail|right rail|secondary|complementary) /, reason: 'other', weak: true},
]

const roles: {readonly [role: string]: CutReason} = {
  navigation: 'navigation',
  search: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'navigation',
  banner: 'navigation',
  contentinfo: 'footer',
  complementary: 'other',
  dialog: 'other',
  alertdialog: 'other',
  status: 'other',
}

const tags: {readonly [tag: string]: CutReason} = {
  NAV: 'navigation',
  MENU: 'navigation',
  FIGCAPTION: 'caption',
  CAPTION: 'caption',
  BUTTON: 'other',
  FORM: 'other',
  DIALOG: 'other',
  ASIDE: 'other',
  FOOTER: 'footer',
  LEGEND: 'other',
}

export interface SignOf extends Judgement {
  readonly weak: boolean
}

/** What one element says about all that stands in it, by its markup alone. */
export function signOf(element: Element): SignOf | null {
  const tag = element.tagName
  if (tag === 'BODY' || tag === 'HTML' || tag === 'MAIN') return null
  if (hidden(element)) return {reason: 'hidden', why: 'not shown', weak: false}
  const words = wordsOf(element)
  // An embedded post of a social network is quoted matter, not a share row.
  if (words.length > 2 && !/ (embed|embedded|tweet|oembed) /.test(words))
    for (const sign of signs) {
      const found = sign.words.exec(words)
      if (found) return {reason: sign.reason, why: named(element, found[1]), weak: sign.weak ?? false}
    }
  const role = element.getAttribute('role')?.trim().toLowerCase()
  if (role && Object.hasOwn(roles, role)) return {reason: roles[role], why: `role "${role}"`, weak: true}
  if (Object.hasOwn(tags, tag)) return {reason: tags[tag], why: `<${tag.toLowerCase()}>`, weak: tag !== 'FIGCAPTION'}
  if (tag === 'HEADER' && !inside(element, 'ARTICLE'))
    return {reason: 'navigation', why: '<header> of the page', weak: true}
  return null
}

function hidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true
  const style = element.getAttribute('style')
  return style !== null && /(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}

/** ` related posts jp related `: class, id and test names, camel case and hyphens parted. */
function wordsOf(element: Element): string {
  const raw = [
    element.getAttribute('class'),
    element.getAttribute('id'),
    element.getAttribute('data-component'),
    element.getAttribute('data-testid'),
    element.getAttribute('aria-label')?.slice(0, 40),
  ]
    .filter(Boolean)
    .join(' ')
    .slice(0, 400)
  if (!raw) return ''
  return ` ${raw
    .replace(/--[\w-]+/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `
}

function named(element: Element, words: string): string {
  for (const attribute of ['class', 'id', 'data-component', 'data-testid', 'aria-label']) {
    const value = element.getAttribute(attribute)
    if (!value) continue
    const flat = ` ${value
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')} `
    if (flat.includes(` ${words} `)) {
      const one = value.split(/\s+/).find(part => part.toLowerCase().includes(words.split(' ')[0]))
      return `${attribute} "${(attribute === 'class' && one ? one : value).slice(0, 60)}"`
    }
  }
  return `named "${words}"`
}

function inside(element: Element, tag: string): boolean {
  let up = element.parentElement
  for (let n = 0; up && n < 50; n++, up = up.parentElement) if (up.tagName === tag) return true
  return false
}
