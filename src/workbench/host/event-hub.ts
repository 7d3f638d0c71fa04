import { MessageCategory, type HostMessageEntry } from './protocol';

/** Which events the add-in listens to, and the way there. */
export class EventHub {
  private readonly listeners = new Map<string, number>();

  constructor(private readonly send: (entry: HostMessageEntry) => void) {}

  register(type: number, target: string): void {
    this.listeners.set(key(type, target), (this.listeners.get(key(type, target)) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const left = (this.listeners.get(key(type, target)) ?? 0) - 1;
    if (left > 0) this.listeners.set(key(type, target), left);
    else this.listeners.delete(key(type, target));
  }

  listens(type: number, target: string): boolean {
    return this.listeners.has(key(type, target));
  }

  /** Tells the add-in, if it listens; the details are made only then. */
  raise(type: number, target: string, details: () => unknown): void {
    if (!this.listens(type, target)) return;
    this.send({
      messageCategory: MessageCategory.event,
      messageType: type,
      targetId: target,
      message: JSON.stringify(details()),
    });
  }

  clear(): void {
    this.listeners.clear();
  }
}

function key(type: number, target: string): string {
  return `${type} ${target}`;
}
