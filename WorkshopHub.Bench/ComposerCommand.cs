using System.Diagnostics;
using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Bench;

/// <summary>Proposals of sets for programmes of several sizes: how long they take, and how far from the best they can be.</summary>
internal static class ComposerCommand
{
    private const int Seeds = 3;

    private static readonly (int People, int Sets, int Problems)[] _sizes = [(30, 6, 0), (30, 6, 8), (60, 10, 0), (60, 10, 12), (90, 18, 20)];

    public static int Run()
    {
        Console.WriteLine($"""

            Proposals of sets; {Environment.ProcessorCount} processors; at most {MixSearch.Seconds} s are looked for

            people sets problems   points    bound   gap %  seconds  (each of {Seeds} by chance)
            """);
        foreach (var (people, sets, problems) in _sizes)
        {
            for (var seed = 1; seed <= Seeds; seed++)
            {
                var start = Stopwatch.GetTimestamp();
                var proof = MixSearch.Run(ByChance(seed, people, sets, problems), CancellationToken.None).Proof!;
                Console.WriteLine(
                    $"{people,6} {sets,4} {problems,8} {proof.Points,8} {proof.Bound,8} {100.0 * (proof.Points - proof.Bound) / Math.Max(1, proof.Points),7:0.0} {Stopwatch.GetElapsedTime(start).TotalSeconds,8:0.00}");
            }
        }

        return 0;
    }

    /// <summary>People of 17 units, 9 disciplines and 8 sites; a sixth sits with their supervisor among them; ranks by chance.</summary>
    private static Mix ByChance(int seed, int people, int sets, int problems)
    {
        var chance = new Random(seed);
        return new Mix
        {
            People =
            [
                .. Enumerable.Range(1, people).Select(id => new MixPerson(
                    id, $"{chance.Next(17)}", $"{chance.Next(9)}", $"{chance.Next(8)}", id > 1 && chance.Next(6) == 0 ? chance.Next(1, id) : null, null, false)),
            ],
            Sets = sets,
            Costs = problems == 0 ? null : [.. Enumerable.Range(0, people).Select(_ => (IReadOnlyList<int>)Ranks(chance, problems))],
            Chosen = [.. Enumerable.Repeat<int?>(null, sets)],
        };
    }

    private static int[] Ranks(Random chance, int problems)
    {
        var ranks = Enumerable.Range(1, problems).ToArray();
        chance.Shuffle(ranks);
        return [.. ranks.Select(rank => Math.Min(rank, 6))];
    }
}
