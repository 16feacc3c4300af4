type Point = readonly [x: number, y: number];

/** Whether a point lies inside a closed line. */
export const isInside = (line: readonly Point[], x: number, y: number): boolean => {
  let inside = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
    const [xi, yi] = line[i]!;
    const [xj, yj] = line[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
};
