using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Problems;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>What the front page of a set shows, read in one snapshot.</summary>
public sealed record Front
{
    /// <summary>Its meetings: the next one, or the one that runs.</summary>
    public required FrontMeeting Meeting { get; init; }

    /// <summary>Its members.</summary>
    public required IReadOnlyList<FrontMember> Members { get; init; }

    /// <summary>Who stands around it.</summary>
    public required IReadOnlyList<FrontRole> Around { get; init; }

    /// <summary>What it agreed on when it reflected last.</summary>
    public required IReadOnlyList<FrontReflection> Reflections { get; init; }

    /// <summary>The doors that it asked for.</summary>
    public required IReadOnlyList<FrontDoor> Doors { get; init; }

    /// <summary>Its work on the problem that all share; of members' own problems only counts.</summary>
    public required FrontWork Work { get; init; }

    /// <summary>What came over from the workshops.</summary>
    public required FromWorkshops From { get; init; }

    /// <summary>What of that is still to be taken up: questions nobody has answered, help that was agreed, what members promised.</summary>
    public IReadOnlyList<FromWorkshop> ToTakeUp => [.. From.Lines.Where(IsOpen)];

    /// <summary>The rest of it, for the record.</summary>
    public IReadOnlyList<FromWorkshop> Else => [.. From.Lines.Where(one => !IsOpen(one))];

    /// <summary>What of its own others read.</summary>
    public required IReadOnlyList<FrontLeft> Left { get; init; }

    /// <summary>What it may decide, as the sponsor signed it; null where nobody has.</summary>
    public required Authority? Authority { get; init; }

    /// <summary>Study, Develop or Implement, with the day since when; null where each member has a problem of their own, or nothing was said yet.</summary>
    public required FrontPhase? Phase { get; init; }

    /// <summary>Now, in the organisation's zone.</summary>
    public required DateTime Now { get; init; }

    /// <summary>The organisation's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The moment.</summary>
    public required DateTimeOffset Moment { get; init; }

    /// <summary>The day of something that happened, e.g. 5 May.</summary>
    public string Day(string at) => LocalDay.WithMonth(LocalDay.Of(Utc.Parse(at), Zone));

    private static bool IsOpen(FromWorkshop one) => one is { State: not "TakenUp", Target: "SetQuestion" or "Match" or "Request" or "Commitment" or "Action" };

    /// <summary>Reads the page, as one of the set sees it.</summary>
    public static Front Of(Reads reads, SetFrame set, long viewer, bool advises, DateTimeOffset now)
    {
        var zone = LocalTime.ZoneOf(reads);
        return new Front
        {
            Meeting = FrontMeeting.Read(reads, set, LocalDay.Today(reads, now)),
            Members = FrontMember.Of(reads, set.Id, viewer, advises),
            Around = FrontRole.Of(reads, set.Id),
            Reflections = FrontReflection.Of(reads, set.Id),
            Doors = FrontDoor.OfSet(reads, set.Id),
            Work = FrontWork.Of(reads, set.Id),
            From = FromWorkshops.OfSet(reads, set.Id, isOfSet: true),
            Left = FrontLeft.Of(reads, set.Id),
            Authority = Authority.Of(reads, set.ProgrammeId),
            Phase = set.IsOwnProblem ? null : FrontPhase.Of(reads, set.Id),
            Now = TimeZoneInfo.ConvertTime(now, zone).DateTime,
            Zone = zone,
            Moment = now,
        };
    }
}

/// <summary>Where the work on a problem stands: "study the issue, develop a solution, implement it".</summary>
public sealed record FrontPhase
{
    /// <summary>Study, Develop or Implement.</summary>
    public string Phase { get; init; } = "";

    /// <summary>The local day since when.</summary>
    public string OnDate { get; init; } = "";

    /// <summary>What it says: Studying since 5 May.</summary>
    public string Words => $"{Phase switch { "Study" => "Studying", "Develop" => "Developing", _ => "Implementing" }} since {LocalDay.WithMonth(LocalDay.Parse(OnDate))}";

    /// <summary>The last step of a set, or null.</summary>
    public static FrontPhase? Of(Reads reads, long set) => reads.First<FrontPhase>(
        "SELECT phase, on_date FROM phase_step WHERE set_id = @set ORDER BY id DESC LIMIT 1", new { set });
}
