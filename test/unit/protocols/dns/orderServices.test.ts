import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderServices } from '../../../../electron/protocols/dns/orderServices.ts';

const record = (name: string, priority: number, weight: number) => ({ name, port: 389, priority, weight });

describe('the order of services (RFC 2782)', () => {
  it('goes by priority first', () => {
    const records = [record('c', 20, 1), record('a', 0, 1), record('b', 10, 100)];
    expect(orderServices(records, () => 0.5).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('draws by weight among equals', () => {
    const records = [record('light', 0, 10), record('heavy', 0, 90)];
    const firstAt = (drawn: number) => orderServices(records, () => drawn)[0]?.name;
    expect(firstAt(0.05)).toBe('light');
    expect(firstAt(0.5)).toBe('heavy');
    expect(firstAt(0.999)).toBe('heavy');
  });

  it('gives weight 0 a small chance beside others', () => {
    const records = [record('spare', 0, 0), record('main', 0, 100)];
    expect(orderServices(records, () => 0)[0]?.name).toBe('spare');
    expect(orderServices(records, () => 0.5)[0]?.name).toBe('main');
  });

  it('leaves out what offers nothing', () => {
    expect(orderServices([record('.', 0, 0), record('', 0, 0)], () => 0)).toEqual([]);
  });

  it('loses none and keeps the priorities, whatever is drawn', () => {
    const records = fc.array(
      fc.tuple(fc.nat(3), fc.nat(65_535)).map(([priority, weight]) => record('dc', priority, weight)),
    );
    const draws = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(records, draws, (given, drawn) => {
        const ordered = orderServices(given, () => drawn);
        expect(ordered).toHaveLength(given.length);
        const priorities = ordered.map(({ priority }) => priority);
        expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
      }),
    );
  });
});
