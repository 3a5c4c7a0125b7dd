import type {CutReason} from '../model/index.ts'
import type {Judgement} from './piece.ts'

/** Wordings that are never part of an article when they stand as a block of their own. */
interface Label {
  readonly words: RegExp
  readonly reason: CutReason
  /** Longest block, in characters, that it still judges. */
  readonly upTo: number
}

const labels: readonly Label[] = [
  {
    words:
      /^(advertisement|advertising|sponsored( content)?|promoted( content)?|ad|paid (content|post)|anzeige|publicité|story continues (below|after) (the )?ad\w*|(article|story|content) continues (below|after)( (the )?ad\w*)?|advertisement - .*|.{0,20}scroll to continue.*)\W*$/i,
    reason: 'advertisement',
    upTo: 60,
  },
  {
    words:
      /^[\W_]*((also |must |further )?read( more| also| next| on| this)?( on this| here)?|more|related( (article|story|stories|news|coverage|explainer|reading|content|posts?))?|see also|watch( now| also| more| live)?|(more|continue) reading|in case you missed it|recommended( for you)?|you (may|might) (also )?like|editor'?s picks?|up next|don'?t miss|most (read|popular|viewed)|trending( now)?|latest (news|stories|posts)|(recent|related) posts?|more (from|on|about) .{1,50}|next (article|story|post)|previous (article|story|post))\s*(:|$|»|→|>)/i,
    reason: 'related-post',
    upTo: 220,
  },
  {
    words: /^[\W_]*((also |must )read|read (more|also)|related|see also|watch( also)?|more)\s*[:|–—»]\s*\S/i,
    reason: 'related-post',
    upTo: 220,
  },
  {
    words:
      /^(subscribe( (now|today|here|to( \S+){1,5}))?|sign ?up( (now|today|here|(for|to)( \S+){1,7}))?|join (our|the) .{1,60}(channel|newsletter|list|group)|get (the|our) .{1,60}(newsletter|inbox)|(enter )?your e-?mail( address)?|newsletter|receive our .{1,80} inbox|become a (member|subscriber)|already a (member|subscriber)|start your free trial|support (our|independent) journalism)\W*$/i,
    reason: 'subscribe-box',
    upTo: 140,
  },
  {
    words:
      /^[\W_]*(sign up (here |now |today )?(for|to)|subscribe (here |now )?(to|for)) .*(newsletter|inbox|e-?mail|updates|alerts|channel|free|briefing)/i,
    reason: 'subscribe-box',
    upTo: 220,
  },
  {
    words:
      /^(share( (this|on|via)( .{1,40})?)?|tweet|facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|print|copy link|pinterest|reddit|bluesky|follow (us|me)( on .{1,80})?|like us on facebook.*|click to share.*|save|bookmark|listen( \(.*\))?|comments( \(?\d+\)?)?|\d+ (comments?|shares?))\W*$/i,
    reason: 'share-bar',
    upTo: 100,
  },
  {
    words: /^follow (us|@?\w+)( \w+){0,6} on (facebook|twitter|instagram|youtube|telegram|linkedin|x|google)\b/i,
    reason: 'share-bar',
    upTo: 160,
  },
  {
    words:
      /^(leave a (reply|comment)|post a comment|add a comment|(view|show|read|join)( the| all)? (comments|conversation|discussion).*|your email address will not be published.*|required fields are marked.*|comments are closed.*|log in to (comment|reply).*)\W*$/i,
    reason: 'comment',
    upTo: 140,
  },
  {
    words: /^(tags?|filed under|categor(y|ies)|topics?|keywords?|posted in|labels?|more about)\s*:/i,
    reason: 'tags',
    upTo: 200,
  },
  {
    words:
      /^((image|photo(graph)?|picture|video|file photo|pic|illustration|graphic|chart|map)s?( (credit|source|by|courtesy( of)?|copyright|caption))?\s*[:|/©]|(image|photo|picture) (credit|source|copyright|caption|courtesy)\b)/i,
    reason: 'caption',
    upTo: 200,
  },
  {
    words:
      /^(©|\(c\) ?\d{4}|copyright\b|all rights reserved|terms (of|and) |privacy policy|cookie policy|proudly powered by)/i,
    reason: 'footer',
    upTo: 200,
  },
  {
    words:
      /^(home|menu|search( for:?)?|skip to .{1,30}|contact( us)?|about( us)?|log ?in|sign in|register|my account|back to top|(toggle|open|close)( .{1,20})?|on this page|in this article|table of contents|jump to( .{1,20})?|dark mode|next|previous|prev|load more|show more|see more|view all)\W*$/i,
    reason: 'navigation',
    upTo: 60,
  },
  {
    words:
      /^(listen to (this|the) (article|story).*|was this (\w+ )?helpful\W*|rate this (article|story|post).*|loading\W*|click here( to .{1,80})?|tap here( to .{1,80})?|\d+ min(ute)?s?( read)?|(estimated )?reading time.*|have (a tip|something to add).*|download (our|the) app.*|this (article|story|report) (has been|was) (auto|generated).*)$/i,
    reason: 'other',
    upTo: 140,
  },
  {
    words:
      /^(https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+\.[\w.]+$|^@\w+$|^(twitter|facebook|instagram|x|t)\.(com|me)\/\S+$/i,
    reason: 'other',
    upTo: 300,
  },
  {
    words:
      /^((more|other|our|all)( \S+){0,4} (stories|news|coverage|articles|posts|headlines|reads)|want more( .{1,40})?|breaking news|top (stories|news)|(also|more) (in|on) .{1,40}|you might have missed|most (watched|shared|commented)|editor'?s['’]? choice)\W*$/i,
    reason: 'related-post',
    upTo: 70,
  },
  {
    words: /^(e-?mail|write to|contact|reach|follow|you can (reach|follow|e-?mail)) .{3,120}@\w/i,
    reason: 'byline',
    upTo: 220,
  },
  {
    words: /^((first |last |originally )?(published|updated|posted|modified)( on| at)?)\b[\s:].*\d/i,
    reason: 'byline',
    upTo: 90,
  },
  {
    words:
      /\b(may|might|could) (earn|receive|get) (an? )?(small )?(affiliate )?commission\b|\bcontain affiliate\b|\baffiliate (and\/or referral )?links\b/i,
    reason: 'advertisement',
    upTo: 300,
  },
  {
    words:
      /^\W*(image \d+ of \d+|\d+ ?\/ ?\d+|(text|font) size|loading( content)?|\d* ?post comment.*|image caption)\W*$/i,
    reason: 'other',
    upTo: 60,
  },
  {
    words:
      /^\(?(image|photo|picture|video|file photo|illustration|graphic)s?( (credit|by|courtesy|source|via)\b| ?[:/])/i,
    reason: 'caption',
    upTo: 200,
  },
  {words: /^\d{1,2}[:.]\d{2}(:\d{2})?\s*([ap]\.?m\.?)?\s*([A-Z]{2,4}|\(?local time\)?)?$/i, reason: 'byline', upTo: 30},
  {
    words:
      /^(by|from) (our|a) ([\w-]+ ){0,3}(correspondents?|reporters?|bureau|staff|desk)\b.{0,40}$|^([\p{Lu}][\w.'’-]+ ){0,3}(staff (writer|reporter)|special correspondent|special to [\w .'’-]+)$/iu,
    reason: 'byline',
    upTo: 80,
  },
  {
    words:
      /^(the (writer|author|columnist)s? (is|are|was|teach|head|has|have|write)|(the )?(views|opinions) expressed\b)/i,
    reason: 'byline',
    upTo: 320,
  },
  {words: /^(printed and )?published (at|by|in) .{2,80}\.( digiti[sz]ed .*)?$/i, reason: 'footer', upTo: 140},
  {words: /^[A-Z][A-Z\s./-]{2,40}[-\s]\d[\d\s:-]{4,}[A-Z]{0,4}$/, reason: 'other', upTo: 60},
  {
    words:
      /^(get|sign|join|subscribe|receive|every (day|week|morning|evening)|enjoy\w* this).{0,120}\b(newsletters?|inbox)\b/i,
    reason: 'subscribe-box',
    upTo: 180,
  },
  {
    words: /^(this (document|article|content|material) is (subject to|protected by) copyright|citation:)/i,
    reason: 'footer',
    upTo: 400,
  },
  {words: /^listen to .{2,60}\b(podcast|live|on (bbc|spotify|apple))\b/i, reason: 'other', upTo: 140},
]

/** What the block's own words say. */
export function labelOf(text: string): Judgement | null {
  for (const label of labels) {
    if (text.length > label.upTo) continue
    const found = label.words.exec(text)
    if (found) return {reason: label.reason, why: `the words "${found[0].trim().slice(0, 50)}"`}
  }
  return null
}
