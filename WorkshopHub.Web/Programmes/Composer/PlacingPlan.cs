namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>What putting a draft in place does, in figures, before it is done.</summary>
/// <param name="Join">Who comes into a set from none.</param>
/// <param name="Move">Who goes to another set.</param>
/// <param name="Leave">Who is in a set and will be in none.</param>
/// <param name="Stay">Who stays.</param>
/// <param name="NewSets">Sets that begin.</param>
/// <param name="Emptied">Sets that are left with nobody.</param>
/// <param name="Roles">Advisors and champions that change.</param>
/// <param name="Unsupervised">Who joins without a supervisor that is known.</param>
public sealed record PlacingPlan(
    IReadOnlyList<string> Join, IReadOnlyList<string> Move, IReadOnlyList<string> Leave, int Stay, IReadOnlyList<string> NewSets,
    IReadOnlyList<string> Emptied, int Roles, IReadOnlyList<string> Unsupervised)
{
    /// <summary>Whether anything would change.</summary>
    public bool IsNothing => Join.Count + Move.Count + Leave.Count + NewSets.Count + Roles == 0;

    /// <summary>The figures in one sentence.</summary>
    public string Words => IsNothing ? "Everything stands as the draft has it already." : $"{string.Join(", ", new[]
    {
        Join.Count > 0 ? $"{Cautions.People(Join.Count)} {(Join.Count == 1 ? "joins" : "join")} a set" : null,
        Move.Count > 0 ? $"{Move.Count} {(Move.Count == 1 ? "goes" : "go")} to another" : null,
        Leave.Count > 0 ? $"{Leave.Count} {(Leave.Count == 1 ? "leaves" : "leave")} theirs" : null,
        Stay > 0 ? $"{Stay} {(Stay == 1 ? "stays" : "stay")}" : null,
        NewSets.Count > 0 ? $"{NewSets.Count} {(NewSets.Count == 1 ? "set begins" : "sets begin")}" : null,
        Roles > 0 ? $"{Roles} {(Roles == 1 ? "place" : "places")} of an advisor or champion {(Roles == 1 ? "changes" : "change")}" : null,
    }.OfType<string>())}.";

    /// <summary>Of the draft of a view.</summary>
    public static PlacingPlan Of(ComposerView view)
    {
        var draft = view.Draft!;
        var join = draft.People.Where(one => one is { Position: not null, WasIn: null }).ToList();
        var move = draft.People.Where(one => one is { Position: not null, WasIn: not null } && draft.SetAt(one.Position)!.SetId != one.WasIn).ToList();
        var leave = draft.People.Where(one => one is { Position: null, WasIn: not null }).ToList();
        return new PlacingPlan(
            Names(join), Names(move), Names(leave),
            draft.People.Count(one => one is { Position: not null, WasIn: not null }) - move.Count,
            [.. draft.Sets.Where(set => set.SetId is null).Select(set => set.Name)],
            [
                .. view.There.Where(set => draft.People.Any(one => one.WasIn == set.Id)
                    && draft.People.All(one => one.Position is null || draft.SetAt(one.Position)!.SetId != set.Id)).Select(set => set.Name),
            ],
            draft.Roles.Count(role => role.PersonId != role.WasId),
            [.. view.People.Where(who => who.SupervisorId is null && join.Any(one => one.PersonId == who.Id)).Select(who => who.Name)]);

        IReadOnlyList<string> Names(List<DraftPerson> people) => [.. people.Select(one => view.NameOf(one.PersonId))];
    }
}
