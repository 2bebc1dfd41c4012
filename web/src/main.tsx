import { createRoot } from 'react-dom/client';
import { App, open } from './app.tsx';
import { chooseLanguage, currentLanguage, keepAskedLanguage } from './choose-language.ts';
import { inTime } from './in-time.ts';
import './style/page.css';

/** Milliseconds after which the page says that it loads. */
const patience = 300;

keepAskedLanguage();
const opened = inTime(open());
await chooseLanguage(currentLanguage());
// Pages that load quickly are shown at once: after a fallback, React would wait.
await Promise.race([opened.catch(() => undefined), new Promise((done) => setTimeout(done, patience))]);
createRoot(document.querySelector('#app')!).render(<App opened={opened} />);
