using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>A set with its first meetings and how many first actions it has.</summary>
public sealed record SetDates
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Its place in the programme.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Local date of the first meeting, or null.</summary>
    public string? First { get; init; }

    /// <summary>Local date of the second meeting, or null.</summary>
    public string? Second { get; init; }

    /// <summary>How many have written.</summary>
    public long Count { get; init; }

    /// <summary>How many members it has.</summary>
    public long Members { get; init; }

    /// <summary>A date in few words, e.g. Tue 24 March.</summary>
    public static string Words(string? date) => date is null ? "not yet"
        : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("ddd d MMMM", CultureInfo.InvariantCulture);
}

/// <summary>What the room may see: what its owners agreed to show, and counts.</summary>
public sealed record CommitmentBoard
{
    /// <summary>The activity.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Its settings.</summary>
    public required CommitmentSettings Settings { get; init; }

    /// <summary>What may be read by all, newest first; what the sponsor will do stands last.</summary>
    public IReadOnlyList<CommitmentRow> Shown { get; init; } = [];

    /// <summary>What its owners agreed to show and the facilitator took off the walls; for the control room only.</summary>
    public IReadOnlyList<CommitmentRow> Hidden { get; init; } = [];

    /// <summary>How many there are: commitments, goals, ratings or problems.</summary>
    public long Count { get; init; }

    /// <summary>How many people may write.</summary>
    public long Of { get; init; }

    /// <summary>How many goals are agreed, problems confirmed or commitments countersigned.</summary>
    public long Agreed { get; init; }

    /// <summary>How many have a witness who said yes.</summary>
    public long Witnessed { get; init; }

    /// <summary>Whether each has a witness from another set.</summary>
    public bool AllFar { get; init; }

    /// <summary>How many chose each of 1 to 5, as far as it is told: neighbouring values stand together where fewer than five chose one. Empty where nothing is told.</summary>
    public IReadOnlyList<Bin> Values { get; init; } = [];

    /// <summary>Whether people talk in pairs meanwhile.</summary>
    public bool IsPairs => Settings.IsOfMembers && !IsAlone;

    /// <summary>Whether each looks at the own goal alone: in the middle nobody talks about it unless its owner shares it.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The talks in pairs, for the control room only.</summary>
    public IReadOnlyList<Talk> Talks { get; init; } = [];

    /// <summary>The sets with their dates (first actions only).</summary>
    public IReadOnlyList<SetDates> Sets { get; init; } = [];

    /// <summary>The nine that a wall shows; six where one is long, four where one is very long.</summary>
    public IReadOnlyList<CommitmentRow> OnWall
    {
        get
        {
            var nine = Pick(9);
            return nine.Any(row => row.Text.Length > 220) ? Pick(4) : nine.Any(row => row.Text.Length > 130) ? Pick(6) : nine;
        }
    }

    private List<CommitmentRow> Pick(int count) =>
        Shown.Count <= count || Settings.Mode != CommitmentMode.WhatIWillDo || Shown[^1].Role != "Sponsor"
            ? [.. Shown.Take(count)] : [.. Shown.Take(count - 1), Shown[^1]];

    /// <summary>The board of an activity.</summary>
    public static CommitmentBoard Read(Reads reads, Activity activity) => reads.Once(
        $"commitment-board-{activity.Id.ToString(CultureInfo.InvariantCulture)}", () =>
        {
            var settings = CommitmentSettings.Parse(activity.Settings);
            var board = new CommitmentBoard { Activity = activity, Settings = settings };
            return settings.IsOfMembers ? board.OfMembers(reads) : board.OfCommitments(reads);
        });

    private CommitmentBoard OfMembers(Reads reads)
    {
        var plan = CommitmentPlan.Of(reads, Activity);
        var counts = reads.First<Counts>(
            """
            SELECT count(*) AS Members, count(g.id) AS Goals, count(g.agreed_at) AS Agreed, count(r.value) AS Ratings,
                   count(p.id) AS Problems, count(p.within_sphere_at) AS Confirmed
            FROM membership m
            JOIN sets s ON s.id = m.set_id
            LEFT JOIN developmental_goal g ON g.membership_id = m.id AND g.ended_at IS NULL
            LEFT JOIN self_rating r ON r.membership_id = m.id AND r.moment = @Kind
            LEFT JOIN problem p ON p.id = (
              SELECT min(o.id) FROM problem o
              WHERE o.programme_id = s.programme_id AND o.owner_id = m.person_id AND o.state IN ('Proposed', 'Agreed'))
            WHERE s.programme_id = @ProgrammeId AND m.left_at IS NULL
            """,
            plan)!;
        var told = Settings.Mode == CommitmentMode.Rating ? RatingsTold.Of(reads, plan.ProgrammeId).FirstOrDefault(one => one.Moment == plan.Kind) : null;
        return this with
        {
            IsAlone = Settings.Mode == CommitmentMode.Rating && plan.Kind == "MidTerm",
            Of = counts.Members,
            Count = Settings.Mode switch { CommitmentMode.Goal => counts.Goals, CommitmentMode.Rating => counts.Ratings, _ => counts.Problems },
            Agreed = Settings.Mode switch { CommitmentMode.Goal => counts.Agreed, CommitmentMode.Problem => counts.Confirmed, _ => 0 },
            Values = told is { N: > 0 } ? Bin.Merge([.. told.Counts.Select(count => (long)count)]) : [],
        };
    }

    private CommitmentBoard OfCommitments(Reads reads)
    {
        var all = CommitmentRow.Of(reads, Activity.Id);
        var shown = Activity.IsRevealed ? all.Where(row => row.IsShown).ToList() : [];
        var people = RoomPerson.Of(reads, Activity.RoomId).Where(one => one.PersonId is not null);
        return this with
        {
            Shown = Settings.Mode == CommitmentMode.WhatIWillDo
                ? [.. shown.Where(row => row.Role != "Sponsor"), .. shown.Where(row => row.Role == "Sponsor")] : shown,
            Hidden = [.. all.Where(row => row is { Share: "Room", HiddenAt: not null })],
            Count = all.Count,
            Of = people.Count(one => CommitmentPlan.Writes(Activity, Settings.Mode, one.Role)),
            Agreed = all.Count(row => row.Signer is not null),
            Witnessed = all.Count(row => row.WitnessSays == "Yes"),
            AllFar = all.Count > 0 && all.All(row => row.WitnessId is not null && !row.WitnessIsNear),
            Sets = Settings.Mode != CommitmentMode.Action ? [] : reads.Query<SetDates>(
                """
                SELECT s.id AS SetId, s.position, s.name,
                       (SELECT date FROM commitment_meeting d WHERE d.activity_id = @Id AND d.set_id = s.id AND d.number = 1) AS First,
                       (SELECT date FROM commitment_meeting d WHERE d.activity_id = @Id AND d.set_id = s.id AND d.number = 2) AS Second,
                       (SELECT count(*) FROM commitment c WHERE c.activity_id = @Id AND c.set_id = s.id) AS Count,
                       (SELECT count(*) FROM membership m WHERE m.set_id = s.id AND m.left_at IS NULL) AS Members
                FROM sets s JOIN workshop w ON w.programme_id = s.programme_id
                WHERE w.id = @WorkshopId ORDER BY s.position
                """,
                Activity),
        };
    }

    private sealed record Counts
    {
        public long Members { get; init; }

        public long Goals { get; init; }

        public long Agreed { get; init; }

        public long Ratings { get; init; }

        public long Problems { get; init; }

        public long Confirmed { get; init; }
    }
}
