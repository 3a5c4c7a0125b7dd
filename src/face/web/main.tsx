import {render} from 'preact'
import {App} from './app.tsx'
import './style/base.css'
import './style/frame.css'
import './style/marks.css'
import './style/relation.css'
import './style/reader.css'
import './style/evidence.css'
import './style/eras.css'
import './style/pages.css'
import './style/correct.css'
import './style/network.css'
import './style/map.css'
import './style/forecasts.css'
import './style/stacks.css'
import './style/print.css'
import {printInLight, restoreTheme} from './theme.ts'

restoreTheme()
printInLight()
render(<App />, document.getElementById('app')!)
