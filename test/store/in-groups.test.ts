import assert from 'node:assert/strict';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { inGroups } from '../../server/store/neo4j/in-groups.ts';

describe('work in groups', () => {
  const recording = (bad: readonly number[] = [], ofAll = false) => {
    const groups: (readonly number[])[] = [];
    const task = inGroups(
      async (group: readonly number[]) => {
        groups.push(group);
        await setImmediate();
        if (group.some((item) => bad.includes(item))) throw new Error('bad');
        return group.map((item) => item * 10);
      },
      { most: 3, ofAll: () => ofAll },
    );
    return { task, groups };
  };

  it('does together what comes while a group is in hand, and gives each its own result', async () => {
    const { task, groups } = recording();
    assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map(task)), [10, 20, 30, 40, 50]);
    assert.deepEqual(groups, [[1], [2, 3, 4], [5]]);
    assert.equal(await task(6), 60);
  });

  it('waits for more as long as the last group took where items keep coming, and no longer once there are enough', async () => {
    const groups: (readonly number[])[] = [];
    const task = inGroups(
      async (group: readonly number[]) => {
        groups.push(group);
        await sleep(100);
        return group;
      },
      { most: 3, ofAll: () => false },
    );
    const second = [1, 2].map(task);
    await second[0];
    await setImmediate();
    await Promise.all([...second, task(3), task(4)]);
    assert.deepEqual(groups, [[1], [2, 3, 4]]);
  });

  it('tries each alone where a group fails, so that only the bad one does', async () => {
    const { task, groups } = recording([3]);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(task));
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(groups, [[1], [2, 3, 4], [2], [3], [4]]);
  });

  it('fails all at once where the error is everybody’s', async () => {
    const { task, groups } = recording([2], true);
    const outcomes = await Promise.allSettled([1, 2, 3].map(task));
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected'],
    );
    assert.deepEqual(groups, [[1], [2, 3]]);
  });
});
