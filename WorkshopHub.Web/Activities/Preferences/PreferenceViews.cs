using System.Security.Cryptography;
using System.Text;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>What a wall shows.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="ShowsCount">While people rank: only how many have.</param>
/// <param name="ShowsBoard">The board of choices; otherwise the matrix.</param>
/// <param name="Answered">How many have ranked.</param>
/// <param name="Of">How many members there are.</param>
/// <param name="Now">Where it stands; null while only the count is shown.</param>
/// <param name="People">Client of each problem and champions of each set, for the board.</param>
public sealed record PreferenceWall(long ActivityId, bool ShowsCount, bool ShowsBoard, long Answered, long Of, Choosing? Now, Around? People)
{
    /// <summary>As it is now.</summary>
    public static PreferenceWall Read(Reads reads, Activity activity)
    {
        var answered = RankRow.Count(reads, activity.Id);
        var members = RoomSet.Of(reads, activity.WorkshopId).Sum(set => set.Members);
        if (!activity.IsRevealed || activity.Act is ItemAct.Run || activity.State == ActivityState.Open)
        {
            return new(activity.Id, true, false, answered, Math.Max(answered, members), null, null);
        }

        var now = Choosing.Read(reads, activity);
        var board = activity.Act is ItemAct.Review || now.Board || now.Choices.Count > 0;
        return new(activity.Id, false, board, answered, Math.Max(answered, members), now, board ? Around.Read(reads, activity) : null);
    }
}

/// <summary>Who stands with sets: champions and advisors.</summary>
/// <param name="Roles">All of them.</param>
public sealed record Around(IReadOnlyList<AroundRow> Roles)
{
    /// <summary>Reads them.</summary>
    public static Around Read(Reads reads, Activity activity) => new(reads.Query<AroundRow>("""
        SELECT r.set_id, r.role, p.name, p.job_title
        FROM role_assignment r JOIN person p ON p.id = r.person_id JOIN workshop w ON w.programme_id = r.programme_id
        WHERE w.id = @WorkshopId AND r.set_id IS NOT NULL AND r.role IN ('Champion', 'Advisor')
        ORDER BY p.name COLLATE NAMES
        """, activity));

    /// <summary>Those of one role and set.</summary>
    public IEnumerable<AroundRow> Of(long set, string role) => Roles.Where(one => one.SetId == set && one.Role == role);
}

/// <summary>Somebody who stands with a set.</summary>
public sealed record AroundRow
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Champion or Advisor.</summary>
    public string Role { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the person does; may be empty.</summary>
    public string JobTitle { get; init; } = "";
}

/// <summary>What one person's phone shows.</summary>
public sealed record PreferenceFeed
{
    /// <summary>The activity.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Whose phone.</summary>
    public required Seat Seat { get; init; }

    /// <summary>The settings.</summary>
    public required PreferenceSettings Settings { get; init; }

    /// <summary>The problems on offer.</summary>
    public required IReadOnlyList<ProblemRow> Problems { get; init; }

    /// <summary>The person's own ranks; empty where none, or where the phone isn't known to be theirs.</summary>
    public IReadOnlyList<RankRow> Own { get; init; } = [];

    /// <summary>Where the choice stands; null while people rank.</summary>
    public Choosing? Now { get; init; }

    /// <summary>The set whose ranks this person may see, or null.</summary>
    public RoomSet? Set { get; init; }

    /// <summary>What was tried on the chosen problem.</summary>
    public IReadOnlyList<FailedAttempt> Tried { get; init; } = [];

    /// <summary>Who stands with the sets; null while people rank.</summary>
    public Around? People { get; init; }

    /// <summary>The organisation's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Whether the phone is known to be in the hands of its person.</summary>
    public bool IsKnown => Seat.Assurance >= Assurance.Vouched;

    /// <summary>Whether this person ranks.</summary>
    public bool Ranks => Seat is { Role: Role.Member, PersonId: not null };

    /// <summary>How many problems must be ranked.</summary>
    public int Least => Math.Min(Settings.Least, Problems.Count);

    /// <summary>How many places there are.</summary>
    public int Places => Math.Min(Settings.Most, Problems.Count);

    /// <summary>Changes with the stored ranks, so that a panel with what was typed is put up anew only then.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('|', Own.Select(rank => $"{rank.ProblemId}:{rank.Why}")) + string.Join('|', Problems.Select(one => one.Id)))))[..10];

    /// <summary>A moment on the clock.</summary>
    public string At(string moment) => LocalTime.Clock(Utc.Parse(moment), Zone);

    /// <summary>As it is now for a person.</summary>
    public static PreferenceFeed Read(Reads reads, Activity activity, Seat seat)
    {
        var known = seat.Assurance >= Assurance.Vouched;
        var feed = new PreferenceFeed
        {
            Activity = activity,
            Seat = seat,
            Settings = PreferenceSettings.Parse(activity.Settings),
            Problems = Choosing.OfferedIn(reads, activity),
            Own = known && seat.PersonId is { } person ? RankRow.By(reads, activity.Id, person) : [],
            Zone = LocalTime.ZoneOf(reads),
        };
        if (!activity.IsRevealed || activity.State == ActivityState.Open || activity.Act is ItemAct.Run)
        {
            return feed;
        }

        var now = Choosing.Read(reads, activity);
        var set = AccessTable.Reads(Artefact.Ranks, seat.Role) == Extent.Own ? now.Sets.FirstOrDefault(one => one.Id == seat.SetId) : null;
        return feed with
        {
            Now = now,
            Set = set,
            People = Around.Read(reads, activity),
            Tried = set is not null && now.ChoiceOf(set.Id) is { } choice ? FailedAttempt.Of(reads, choice.ProblemId) : [],
        };
    }
}
