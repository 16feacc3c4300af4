/** A place in one of four coordinate systems: 7203 and 9157 are flat (2 and 3 dimensions), 4326 and 4979 on the globe. */
export class Point {
  readonly kind = 'point';
  readonly srid: number;
  readonly x: number;
  readonly y: number;
  readonly z: number | undefined;

  constructor(srid: number, x: number, y: number, z?: number) {
    this.srid = srid;
    this.x = x;
    this.y = y;
    this.z = z;
  }

  get isGeographic(): boolean {
    return this.srid === 4326 || this.srid === 4979;
  }

  get crs(): string {
    return systems[this.srid] ?? 'cartesian';
  }

  toString(): string {
    const third = this.z === undefined ? '' : `, z: ${written(this.z)}`;
    return `point({x: ${written(this.x)}, y: ${written(this.y)}${third}, crs: '${this.crs}'})`;
  }
}

const systems: Readonly<Record<number, string>> = {
  4326: 'wgs-84',
  4979: 'wgs-84-3d',
  7203: 'cartesian',
  9157: 'cartesian-3d',
};

function written(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : `${value}`;
}
