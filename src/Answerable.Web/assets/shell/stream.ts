import { askSession, isCovered } from "./session";
import { letIn, Source, turnedAway } from "./source";

// A browser opens six connections to a host in all pages together, and a stream holds one: of a stream each, the seventh page would never load
// and nothing pressed would be sent. So all pages of one person hear an address by one stream, which a shared worker holds (streams.ts). Where the
// browser has none, as on some phones, a page holds its own while it is in sight, and when it comes back reads what it did not hear.
export class Stream extends EventTarget {
  // As an EventSource's for htmx, whose opening anew is seen to by the source.
  readonly readyState: number = 1;
  private readonly names = new Set<string>();
  private readonly end = new AbortController();
  private shared?: MessagePort;
  private own?: Source;

  constructor(private readonly address: string) {
    super();
    const worker = document.querySelector<HTMLElement>("[data-streams]")?.dataset.streams;
    if (worker && "SharedWorker" in window) this.share(worker);
    else this.alone();
  }

  override addEventListener(name: string, then: (event: Event) => void): void {
    super.addEventListener(name, then);
    this.names.add(name);
    this.shared?.postMessage(name);
    this.own?.hear(name);
  }

  close(): void {
    this.end.abort();
    this.shared?.postMessage(null);
    this.shared?.close();
    this.own?.close();
  }

  private share(script: string): void {
    // The name tells workers apart: somebody else who signs in here later hears their own.
    const who = document.querySelector<HTMLElement>("[data-who]")?.dataset.who;
    const worker = new SharedWorker(script, { name: `${this.address} ${who}` });
    this.shared = worker.port;
    worker.port.onmessage = ({ data }: MessageEvent<string>) => this.tell(data);
    const { signal } = this.end;
    worker.addEventListener("error", () => {
      this.shared = undefined;
      this.alone();
    }, { once: true, signal });
    // A page that is kept for going back to it is told what it missed when it is shown again.
    window.addEventListener("pagehide", event => event.persisted || worker.port.postMessage(null), { signal });
  }

  private alone(): void {
    const seen = (): void => {
      if (document.visibilityState === "hidden") {
        this.own?.close();
        this.own = undefined;
      } else if (!this.own) {
        this.own = new Source(this.address, name => this.tell(name));
        for (const name of this.names) {
          this.own.hear(name);
          this.tell(name);
        }
      }
    };
    document.addEventListener("visibilitychange", seen, { signal: this.end.signal });
    seen();
  }

  private tell(name: string): void {
    if (name === turnedAway || (name === letIn && isCovered())) askSession();
    else if (this.names.has(name)) this.dispatchEvent(new MessageEvent(name));
  }
}
