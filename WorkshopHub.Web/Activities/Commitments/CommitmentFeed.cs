using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>The form of one's own, with what stands in its fields.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="Plan">The workshop around it.</param>
/// <param name="People">Whom one may ask to be witness.</param>
/// <param name="Values">What stands in the fields, by name.</param>
/// <param name="Version">Raised by each change, so that a stored answer is put up anew.</param>
/// <param name="Back">The form came back without scripts: what is wrong with it, and in which field.</param>
public sealed record CommitmentForm(
    Activity Activity, CommitmentSettings Settings, CommitmentPlan Plan, IReadOnlyList<RoomPerson> People,
    IReadOnlyDictionary<string, string> Values, string Version, Typed? Back = null)
{
    /// <summary>The names of the sets.</summary>
    public IReadOnlyDictionary<long, string> SetNames { get; init; } = new Dictionary<long, string>();

    /// <summary>Whether its owner is known for sure, so that it can stay with them alone.</summary>
    public bool Known { get; init; } = true;

    /// <summary>What stands before the names of its fields.</summary>
    public string Prefix => Back is null ? "" : Sent.Again;

    /// <summary>The value of a field.</summary>
    public string this[string name] => Values.GetValueOrDefault(name, "");

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Wrong(string name) => Back?.At(name) ?? Back?.At(Prefix + name);

    /// <summary>A form without words, as it stands in everybody's stage until one comes back.</summary>
    public static CommitmentForm Of(Reads reads, Activity activity) =>
        CommitmentSettings.Parse(activity.Settings) is var settings
            ? new(activity, settings, CommitmentPlan.Of(reads, activity), PeopleOf(reads, activity, settings), new Dictionary<string, string>(), "back")
            { SetNames = NamesOf(reads, activity) } : null!;

    /// <summary>The names of the sets in the room.</summary>
    public static IReadOnlyDictionary<long, string> NamesOf(Reads reads, Activity activity) =>
        RoomSet.Of(reads, activity.RoomId).ToDictionary(set => set.Id, set => set.Name);

    /// <summary>The same form with what was typed, where its own words came back; null where another button was pressed.</summary>
    public CommitmentForm? With(Typed typed) =>
        Sent.Of(typed.Fields) is { Verb: "" or "write" or "goal" or "rate" or "problem" } sent
            ? this with
            {
                Back = typed,
                Values = typed.Fields.Keys.Where(name => name.StartsWith(sent.Prefix, StringComparison.Ordinal))
                    .ToDictionary(name => name[sent.Prefix.Length..], name => typed.Fields[name].FirstOrDefault() ?? "", StringComparer.Ordinal),
            } : null;

    /// <summary>Whom one may ask to be witness: everybody who is expected, but no guests.</summary>
    public static IReadOnlyList<RoomPerson> PeopleOf(Reads reads, Activity activity, CommitmentSettings settings) =>
        settings.HasWitness ? [.. RoomPerson.Of(reads, activity.RoomId).Where(one => one.PersonId is not null)] : [];
}

/// <summary>A member as the supervisor or advisor sees them in the talk.</summary>
/// <param name="Talk">The talk.</param>
/// <param name="Goal">The goal; null where none is written.</param>
/// <param name="Ratings">Ratings that the member shares with this person.</param>
/// <param name="Problem">The member's own problem, or null.</param>
/// <param name="Noticed">What this person wrote to the member, or null.</param>
/// <param name="Decides">Whether this person is the supervisor, who alone agrees.</param>
/// <param name="Talked">That the advisor has talked with the member in the supervisor's place, or null.</param>
public sealed record MemberTalk(
    Talk Talk, GoalRow? Goal, IReadOnlyList<RatingRow> Ratings, OwnProblem? Problem, NoticedRow? Noticed, bool Decides, GoalTalk? Talked);

/// <summary>What a phone has of its own under the question.</summary>
public sealed record CommitmentFeed
{
    /// <summary>The activity.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Its settings.</summary>
    public required CommitmentSettings Settings { get; init; }

    /// <summary>The workshop around it.</summary>
    public required CommitmentPlan Plan { get; init; }

    /// <summary>Whether the phone's person is known for sure.</summary>
    public bool Known { get; init; }

    /// <summary>Whether this person writes here.</summary>
    public bool Writes { get; init; }

    /// <summary>The form of one's own; null where one does not write now.</summary>
    public CommitmentForm? Form { get; init; }

    /// <summary>One's own commitment, or null.</summary>
    public CommitmentRow? Mine { get; init; }

    /// <summary>Commitments that this person was asked to witness and has not said no to.</summary>
    public IReadOnlyList<CommitmentRow> Asked { get; init; } = [];

    /// <summary>Commitments that this person may countersign.</summary>
    public IReadOnlyList<CommitmentRow> ToSign { get; init; } = [];

    /// <summary>What one's set does (first actions only).</summary>
    public IReadOnlyList<CommitmentRow> OfSet { get; init; } = [];

    /// <summary>The dates of the set's first meetings, or null where one belongs to no set.</summary>
    public SetDates? Meetings { get; init; }

    /// <summary>One's own talk in pairs, or null.</summary>
    public Talk? MyTalk { get; init; }

    /// <summary>That the advisor has talked with oneself in the supervisor's place, or null.</summary>
    public GoalTalk? Talked { get; init; }

    /// <summary>One's own goal, or null.</summary>
    public GoalRow? Goal { get; init; }

    /// <summary>Goals that the others of one's set share with it.</summary>
    public IReadOnlyList<GoalRow> OfOthers { get; init; } = [];

    /// <summary>One's own ratings.</summary>
    public IReadOnlyList<RatingRow> Ratings { get; init; } = [];

    /// <summary>One's own problem, or null.</summary>
    public OwnProblem? Problem { get; init; }

    /// <summary>What the supervisor noticed of oneself.</summary>
    public IReadOnlyList<NoticedRow> Noticed { get; init; } = [];

    /// <summary>Members with whom this person talks, or whose supervisor this person is, in order.</summary>
    public IReadOnlyList<MemberTalk> Members { get; init; } = [];

    /// <summary>What the room may read, and counts.</summary>
    public required CommitmentBoard Board { get; init; }

    /// <summary>The phone of one person.</summary>
    public static CommitmentFeed Read(Reads reads, Activity activity, Seat seat)
    {
        var settings = CommitmentSettings.Parse(activity.Settings);
        var plan = CommitmentPlan.Of(reads, activity);
        var feed = new CommitmentFeed
        {
            Activity = activity,
            Settings = settings,
            Plan = plan,
            Known = seat.Assurance >= Assurance.Vouched && seat.PersonId is not null,
            Writes = seat.PersonId is not null && CommitmentPlan.Writes(activity, settings.Mode, seat.Role),
            Board = CommitmentBoard.Read(reads, activity),
        };
        return settings.IsOfMembers ? feed.WithGoals(reads, seat) : feed.WithCommitments(reads, seat);
    }

    private CommitmentFeed WithCommitments(Reads reads, Seat seat)
    {
        var all = CommitmentRow.Of(reads, Activity.Id);
        var mine = Commitments.Mine(reads, Activity, seat);
        // A name picked by code sees what the room sees: who it is has not been made sure.
        mine = mine is null || Known || mine.IsShown ? mine : null;
        var values = mine is null ? new Dictionary<string, string>() : new Dictionary<string, string>
        {
            ["text"] = mine.Text,
            ["due"] = mine.Due ?? "",
            ["share"] = mine.Share,
            ["witness"] = mine.WitnessId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
        var isOpen = Activity.State == ActivityState.Open;
        return this with
        {
            Mine = mine,
            Form = Writes && isOpen ? new CommitmentForm(
                Activity, Settings, Plan, [.. CommitmentForm.PeopleOf(reads, Activity, Settings).Where(one => one.PersonId != seat.PersonId)],
                values, $"{mine?.Version ?? 0}{(Known ? "" : "-code")}")
            {
                Known = Known,
                SetNames = CommitmentForm.NamesOf(reads, Activity),
            } : null,
            Asked = Known ? [.. all.Where(row => row.WitnessId == seat.PersonId && row.WitnessSays != "No")] : [],
            ToSign = Known && Settings.Countersign != Countersign.Nobody
                ? [.. all.Where(row => row.Share is "Signer" or "Room" && CommitmentRow.MaySign(reads, Activity, Settings.Countersign, row, seat.PersonId!.Value))] : [],
            OfSet = Settings.Mode == CommitmentMode.Action && Known && seat is { SetId: not null, Role: Role.Member or Role.Advisor }
                ? [.. all.Where(row => row.SetId == seat.SetId && row.PersonId != seat.PersonId)] : [],
            Meetings = Settings.Mode == CommitmentMode.Action && seat is { SetId: not null, Role: Role.Member or Role.Advisor }
                ? Board.Sets.FirstOrDefault(set => set.SetId == seat.SetId) : null,
        };
    }

    private CommitmentFeed WithGoals(Reads reads, Seat seat)
    {
        var talks = Talk.Of(reads, Activity);
        var mine = talks.FirstOrDefault(talk => talk.PersonId == seat.PersonId && seat.PersonId is not null);
        var goal = mine is null || !Known ? null : GoalRow.Of(reads, mine.MembershipId);
        var ratings = mine is null || !Known ? [] : RatingRow.Of(reads, mine.MembershipId);
        var problem = mine is null || !Known ? null : OwnProblem.Of(reads, Plan.ProgrammeId, mine.PersonId);
        var rating = ratings.FirstOrDefault(one => one.Moment == (Settings.Mode == CommitmentMode.Goal ? "KickOff" : Plan.Kind));
        var values = new Dictionary<string, string>
        {
            ["text"] = (Settings.Mode == CommitmentMode.Goal ? goal?.Text : problem?.Description) ?? "",
            ["why"] = (Settings.Mode == CommitmentMode.Goal ? goal?.WhyNow : problem?.WhyItMatters) ?? "",
            ["notice"] = goal?.HowNoticed ?? "",
            ["title"] = problem?.Title ?? "",
            ["note"] = rating?.Note ?? "",
            ["value"] = rating is null ? "" : $"{rating.Value}",
            ["share"] = rating?.Shared == true ? "Supervisor" : "",
        };
        return this with
        {
            MyTalk = mine,
            Talked = mine is null || !Known ? null : GoalTalk.Of(reads, mine.MembershipId, Plan.Kind),
            Goal = goal,
            OfOthers = Known && Settings.Mode == CommitmentMode.Goal && seat is { SetId: { } set, Role: Role.Member or Role.Advisor }
                ? [.. GoalRow.SharedIn(reads, set).Where(one => one.MembershipId != mine?.MembershipId)] : [],
            Ratings = ratings,
            Problem = problem,
            Noticed = mine is null || !Known || Settings.Mode != CommitmentMode.Rating ? [] : NoticedRow.Of(reads, mine.MembershipId),
            Form = Writes && mine is not null && Known && Activity.State == ActivityState.Open
                ? new CommitmentForm(Activity, Settings, Plan, [], values, $"{goal?.Version}-{rating?.Version}-{problem?.Version}") : null,
            Members = !Known ? [] : [.. talks
                .Where(talk => talk.SupervisorId == seat.PersonId
                    || (talk.AdvisorId == seat.PersonId && !talk.SupervisorIsHere && (Settings.Mode != CommitmentMode.Rating || Plan.Kind == "Final")))
                .Select(talk => MemberOf(reads, talk, seat.PersonId!.Value))],
        };
    }

    private MemberTalk MemberOf(Reads reads, Talk talk, long person)
    {
        var decides = talk.SupervisorId == person;
        var goal = GoalRow.Of(reads, talk.MembershipId);
        var problem = Settings.Mode == CommitmentMode.Problem ? OwnProblem.Of(reads, Plan.ProgrammeId, talk.PersonId) : null;
        return new MemberTalk(
            talk, decides && goal is { ToSupervisor: false } ? null : goal,
            decides ? [.. RatingRow.Of(reads, talk.MembershipId).Where(rating => rating.Shared)] : [],
            problem is { SentAt: not null } ? problem : null,
            decides ? NoticedRow.Of(reads, talk.MembershipId).FirstOrDefault(one => one.WriterId == person) : null, decides,
            GoalTalk.Of(reads, talk.MembershipId, Plan.Kind));
    }
}
