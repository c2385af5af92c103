import { Source } from "./shell/source";

// What this worker's name begins with is the address of the stream that it holds for all pages connected to it; the browser ends it with the last.
const pages = new Set<MessagePort>();
const source = new Source(self.name.split(" ")[0]!, name => pages.forEach(page => page.postMessage(name)));

self.addEventListener("connect", event => {
  const page = (event as MessageEvent).ports[0]!;
  pages.add(page);
  // A page says which names it hears, and nothing when it goes.
  page.onmessage = ({ data }: MessageEvent<string | null>) => {
    if (data === null) pages.delete(page);
    else source.hear(data);
  };
});
