using Google.OrTools.Sat;

namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>
/// Shares advisors or champions out over the sets: never one who is a member of the set; as few as possible who are of a
/// member's unit or supervise a member; evenly; and with as few changes as possible.
/// </summary>
public static class RoleMix
{
    private const int Nobody = 10_000;
    private const int Clash = 100;
    private const int Load = 10;
    private const int Change = 1;

    /// <summary>The draft with a role filled in each set; what was chosen by hand stays.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="role">Advisor or Champion.</param>
    /// <param name="able">Who has this role in the programme.</param>
    /// <param name="members">Everybody in the draft.</param>
    public static Draft Share(Draft draft, string role, IReadOnlyList<RoleRow> able, IReadOnlyList<Candidate> members)
    {
        var people = able.DistinctBy(one => one.PersonId).OrderBy(one => one.PersonId).ToList();
        if (people.Count == 0 || draft.Sets.Count == 0)
        {
            return draft;
        }

        var model = new CpModel();
        var costs = new List<LinearExpr>();
        var takes = new BoolVar[people.Count, draft.Sets.Count];
        foreach (var (at, set) in draft.Sets.Index())
        {
            var inside = members.Where(member => draft.Person(member.Id)?.Position == set.Position).ToList();
            var now = draft.RoleOf(set.Position, role);
            var nobody = model.NewBoolVar("");
            costs.Add(Nobody * nobody);
            List<ILiteral> choice = [nobody];
            foreach (var (who, person) in people.Index())
            {
                var take = takes[who, at] = model.NewBoolVar("");
                choice.Add(take);
                if (inside.Any(member => member.Id == person.PersonId) || (now is { Kept: true } && now.PersonId != person.PersonId))
                {
                    model.Add(take == 0);
                }

                costs.Add(((Clash * Clashes(person, inside).Count()) + (now?.PersonId == person.PersonId ? 0 : Change)) * take);
            }

            model.AddExactlyOne(choice);
        }

        foreach (var who in Enumerable.Range(0, people.Count))
        {
            var pairs = model.NewIntVar(0, Mix.PairsOf(draft.Sets.Count), "");
            var count = LinearExpr.Sum(Enumerable.Range(0, draft.Sets.Count).Select(at => takes[who, at]));
            for (var step = 1; step < draft.Sets.Count; step++)
            {
                model.Add(pairs >= (step * count) - (step * (step + 1) / 2));
            }

            costs.Add(Load * pairs);
        }

        model.Minimize(LinearExpr.Sum(costs));
        using var solver = new CpSolver { StringParameters = MixSearch.Settings(1, 1) };
        if (solver.Solve(model) is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return draft;
        }

        foreach (var (at, set) in draft.Sets.Index().Where(set => draft.RoleOf(set.Item.Position, role) is not { Kept: true }))
        {
            var who = people.Index().FirstOrDefault(person => solver.BooleanValue(takes[person.Index, at]), (-1, null!)).Item;
            draft = draft.Appoint(set.Position, role, who?.PersonId, kept: false);
        }

        return draft;
    }

    /// <summary>Why somebody had better not be a set's advisor or champion, in words.</summary>
    public static IEnumerable<string> Clashes(RoleRow person, IReadOnlyList<Candidate> inside)
    {
        if (person.Unit.Length > 0 && inside.Any(member => member.Unit.Equals(person.Unit, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"{person.Name} is of a member’s own unit, {person.Unit}";
        }

        if (inside.FirstOrDefault(member => member.Bosses.Contains(person.PersonId)) is { } led)
        {
            yield return $"{person.Name} is {led.Name}’s {led.BossWord(person.PersonId)}";
        }
    }
}
