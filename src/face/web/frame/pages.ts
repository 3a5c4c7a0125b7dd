/** Pages of which there is one each, in the order of the rail. */
export const pages = [
  {name: 'Record', href: '/', page: 'home'},
  {name: 'Ask', href: '/q', page: 'question'},
  {name: 'Network', href: '/network', page: 'network'},
  {name: 'Map', href: '/map', page: 'map'},
  {name: 'Scores', href: '/scoreboard', page: 'scoreboard'},
  {name: 'Inbox', href: '/inbox', page: 'inbox'},
  {name: 'Runs', href: '/runs', page: 'runs'},
  {name: 'Add', href: '/add', page: 'add'},
] as const
