using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>
/// Conversation rounds: people sit where the plan says, talk with phones down, and change places at the facilitator's signal.
/// </summary>
/// <param name="live">Tells the open screens.</param>
/// <param name="time">The clock.</param>
/// <param name="services">Where all kinds are: the one that these rounds build on is asked through them.</param>
public sealed class RoundsKind(RoundsLive live, TimeProvider time, IServiceProvider services) : ActivityKind
{
    /// <inheritdoc />
    public override string Key => "rounds";

    /// <inheritdoc />
    public override string Name => "Conversation rounds";

    /// <inheritdoc />
    public override string Description =>
        "People talk at tables that mix the sets, and change places at a signal. Nobody meets the same person twice while that is possible.";

    /// <inheritdoc />
    public override string Icon => "a-rounds";

    /// <inheritdoc />
    public override string NewSettings => new RoundsSettings().ToJson();

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Named, NameMode.SetOnly];

    /// <inheritdoc />
    public override IReadOnlyList<Reveal> Reveals => [Reveal.Live];

    /// <summary>What this kind needs of the house.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<RoundsLive>();

    /// <inheritdoc />
    public override void Forget(Writes writes) => writes.Execute("DELETE FROM first_question");

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) => Doing.Conversation;

    /// <inheritdoc />
    public override IReadOnlyList<ItemAct> Acts(Activity activity) => [ItemAct.Run, ItemAct.Review];

    /// <inheritdoc />
    public override object SettingsOf(string json) => RoundsSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => RoundsSettings.Read(form);

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => Now(reads, activity);

    /// <inheritdoc />
    public override object FeedModel(Reads reads, Activity activity, Seat seat) => new RoundsFeed(Now(reads, activity), seat)
    {
        First = FirstQuestions.For(reads, activity, seat),
    };

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) => Now(reads, activity);

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => Now(reads, activity);

    /// <inheritdoc />
    public override string? Lacks(Reads reads, Activity activity)
    {
        var settings = RoundsSettings.Parse(activity.Settings);
        var minutes = reads.First<long?>("SELECT minutes FROM agenda_item WHERE activity_id = @Id AND act = 'Run' LIMIT 1", activity);
        var rounds = settings.Mixing != Mixing.InSets ? settings.Rounds
            : (int)RoomSet.Of(reads, activity.WorkshopId).Select(set => set.Members).DefaultIfEmpty(1).Max();
        return minutes < rounds * settings.Minutes
            ? $"{rounds} rounds of {settings.Minutes} minutes take {rounds * settings.Minutes} minutes; the item has {minutes}." : null;
    }

    /// <summary>A phone asks for a place, leaves, or is back.</summary>
    public override Answered Accept(Writes writes, Activity activity, Answer answer)
    {
        if (activity.State != ActivityState.Open)
        {
            return Answered.Closed("The rounds are over.");
        }

        if (!activity.IsFor(answer.Seat.Role) || answer.Seat.Role == Role.Facilitator)
        {
            return Answered.Refused("These rounds are for others. You are welcome to listen at any table.");
        }

        var now = Seating.Read(writes, activity, time.GetUtcNow());
        if (KeepingQuestions.Concerns(answer))
        {
            return KeepingQuestions.Take(writes, now, answer);
        }

        var me = answer.Seat.ParticipantId;
        var known = now.People.FirstOrDefault(one => one.ParticipantId == me);
        switch (answer.Fields["seat"].ToString())
        {
            case "ask" when now.Row is null:
                return Answered.Closed("There is no plan yet. Your table appears here when the facilitator has made it.");
            case "ask" when known is null && SeatingMoves.Seat(writes, now, me) is null:
                return Answered.Refused("There is no table for you in these rounds. Ask the facilitator.");
            case "ask":
                break;
            case "leave" or "back" when known is null:
                return Answered.Refused("You have no place in these rounds.");
            case "leave" or "back":
                SeatingMoves.Leave(writes, now, me, answer.Fields["seat"] == "leave");
                break;
            default:
                return Answered.Invalid("seat", "Nothing is to be sent here: put the phone down.");
        }

        AnsweredMarks.Add(writes, activity.Id, me);
        return Answered.Taken;
    }

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer)
    {
        if (answer.About is KeptAt kept)
        {
            live.Kept(activity, kept);
        }
        else if (!KeepingQuestions.Concerns(answer))
        {
            live.Changed(activity);
        }
    }

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.Changed(activity);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person)
    {
        var now = Seating.Read(reads, activity);
        var kept = FirstQuestion.Of(reads, activity.Id)
            .Where(question => reads.First<long?>("SELECT person_id FROM participant WHERE id = @ParticipantId", question) == person)
            .Select(question => new Said("First question", question.Text, question.SetId));
        return now.Row is null || now.People.FirstOrDefault(one => one.PersonId == person) is not { } me ? [.. kept] :
        [
            .. kept,
            .. Enumerable.Range(1, (int)now.Row.Round).Where(round => now.TableOf(me.ParticipantId, round) is not null).Select(round =>
            {
                var table = now.TableOf(me.ParticipantId, round)!.Value;
                var with = now.At(table, round).Where(one => one.ParticipantId != me.ParticipantId).Select(one => one.Name);
                return new Said("Table", $"Round {round}, table {table}, with {string.Join(", ", with)}");
            }),
        ];
    }

    /// <inheritdoc />
    public override ActivitySheet? SheetOf(Reads reads, Activity activity)
    {
        var now = Seating.Read(reads, activity);
        var people = now.People.ToDictionary(one => one.ParticipantId);
        var named = activity.NameMode == NameMode.Named;
        return now.Row is null ? null : new ActivitySheet(
            ["Round", "Table", named ? "Name" : "People", "Set"],
            named
                ? [.. now.Places.Where(place => people.ContainsKey(place.Key.Participant)).OrderBy(place => place.Key.Round).ThenBy(place => place.Value)
                    .Select(place => (IReadOnlyList<object?>)[place.Key.Round, place.Value, people[place.Key.Participant].Name, people[place.Key.Participant].SetName])]
                : [.. now.Places.Where(place => people.ContainsKey(place.Key.Participant))
                    .GroupBy(place => (place.Key.Round, place.Value, people[place.Key.Participant].SetName)).OrderBy(group => group.Key.Round)
                    .ThenBy(group => group.Key.Value).Select(group => (IReadOnlyList<object?>)[group.Key.Round, group.Key.Value, (long)group.Count(), group.Key.SetName])]);
    }

    /// <inheritdoc />
    public override IReadOnlyList<OwnLink> OwnLinks(Reads reads, Activity activity, long person) =>
        RoundsSettings.Parse(activity.Settings).Mixing != Mixing.InSets ? []
        :
        [
            .. FirstQuestion.SetsOf(reads, activity, person).Select(set => (Set: set, FirstQuestion.Of(reads, activity.Id, set.Id).Count))
                .Where(one => one.Count > 0).Select(one => new OwnLink(
                    string.Create(CultureInfo.InvariantCulture, $"/rounds/{activity.Id}/questions"), $"First questions of {one.Set.Name}",
                    one.Count == 1 ? "One was kept." : $"{one.Count} were kept.", one.Set.Id, ToDo: false)),
        ];

    /// <summary>What a set kept goes to the set's own page, which shows it to the set and its advisor only.</summary>
    public override void CarryOver(Writes writes, Activity activity)
    {
        foreach (var question in FirstQuestion.Of(writes, activity.Id))
        {
            Carried.Add(writes, new Carried { ActivityId = activity.Id, Target = "FirstQuestion", SetId = question.SetId, Source = question.Id, Text = question.Text });
        }
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance)
    {
        var now = Seating.Read(reads, activity);
        if (activity.State == ActivityState.Open && FirstQuestions.For(reads, activity, seat) is [{ Questions.Count: < 3 } own, ..])
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"first.{own.Set.Id}");
            return new Dictionary<string, string>
            {
                ["keep"] = own.Set.Id.ToString(CultureInfo.InvariantCulture),
                [key] = Sayings.Question(chance),
            };
        }

        return activity.State == ActivityState.Open && now.Late.Any(one => one.ParticipantId == seat.ParticipantId)
            ? new Dictionary<string, string> { ["seat"] = "ask" } : null;
    }

    private Seating Now(Reads reads, Activity activity) => Seating.Read(reads, activity, time.GetUtcNow()) with
    {
        Received = Received.Of(reads, services.GetRequiredService<ActivityKinds>(), activity),
    };
}

/// <summary>What one person's phone shows.</summary>
/// <param name="Now">The plan and where it stands.</param>
/// <param name="Seat">Whose phone.</param>
public sealed record RoundsFeed(Seating Now, Seat Seat)
{
    /// <summary>The first questions of the sets that this phone belongs to.</summary>
    public IReadOnlyList<FirstQuestions> First { get; init; } = [];

    /// <summary>What came to the set of somebody who stays; null for everybody else.</summary>
    public IReadOnlyList<Received>? ToRead => Me is { Stays: true, Gone: false } && TableIn(Now.Shown) is { } table
        ? Now.QuestionsAt(table, Now.Shown)?.Questions : null;

    /// <summary>The person's row in the plan, or null.</summary>
    public SeatedPerson? Me { get; } = Now.People.FirstOrDefault(one => one.ParticipantId == Seat.ParticipantId);

    /// <summary>The table in a round, or null.</summary>
    public long? TableIn(long round) => Now.TableOf(Seat.ParticipantId, round);

    /// <summary>Who else is at the table that is shown, with those who have left.</summary>
    public IReadOnlyList<SeatedPerson> With => TableIn(Now.Shown) is not { } table ? []
        : [.. Now.At(table, Now.Shown, gone: true).Where(one => one.ParticipantId != Seat.ParticipantId)];

    /// <summary>How many people one has met so far, oneself not counted.</summary>
    public int Met => Enumerable.Range(1, (int)Now.Shown).Where(round => TableIn(round) is not null)
        .SelectMany(round => Now.At(TableIn(round)!.Value, round)).Where(one => one.ParticipantId != Seat.ParticipantId)
        .DistinctBy(one => one.ParticipantId).Count();
}
