using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Programmes.Problems;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>People say what they will do, for themselves and, as far as they agree, for the room.</summary>
public sealed class CommitmentKind(CommitmentsLive live) : ActivityKind
{
    /// <summary>What this kind needs beside itself.</summary>
    public static void Register(IServiceCollection services) => services.AddSingleton<CommitmentsLive>()
        .AddSingleton<IDueWork, DueReminder>().AddSingleton<IDueWork, NinetyDaysReminder>().AddSingleton<IOwnLinks, OwnPromises>();

    /// <inheritdoc />
    public override string Key => "commitment";

    /// <inheritdoc />
    public override string Name => "Commitment";

    /// <inheritdoc />
    public override string Description =>
        "Goals, first actions and promises, each with a day and somebody who asks. Private unless its owner agrees to show it.";

    /// <inheritdoc />
    public override string Icon => "a-commitment";

    /// <inheritdoc />
    public override Artefact Holds => Artefact.Commitments;

    /// <inheritdoc />
    public override void Forget(Writes writes)
    {
        writes.Execute("DELETE FROM commitment_asked WHERE commitment_id IN (SELECT id FROM commitment WHERE share <> 'Room')");
        writes.Execute("DELETE FROM commitment WHERE share <> 'Room'");
        GoalCommands.Forget(writes);
        OwnProblem.Forget(writes);
        ConsentCommands.Forget(writes);
    }

    /// <inheritdoc />
    public override Doing DoingOf(Activity activity) =>
        CommitmentSettings.Parse(activity.Settings).Mode is CommitmentMode.Goal or CommitmentMode.Problem ? Doing.Conversation : Doing.Phones;

    /// <inheritdoc />
    public override IReadOnlyList<ItemAct> Acts(Activity activity) => [ItemAct.Run, ItemAct.Reveal, ItemAct.Review];

    /// <inheritdoc />
    public override IReadOnlyList<NameMode> NameModes => [NameMode.Private, NameMode.Named];

    /// <inheritdoc />
    public override string NewSettings => new CommitmentSettings().ToJson();

    /// <inheritdoc />
    public override object SettingsOf(string json) => CommitmentSettings.Parse(json);

    /// <inheritdoc />
    public override SettingsForm ReadSettings(IFormCollection form) => CommitmentSettings.Read(form);

    /// <inheritdoc />
    public override object WallModel(Reads reads, Activity activity) => CommitmentBoard.Read(reads, activity);

    /// <inheritdoc />
    public override object PhoneModel(Reads reads, Activity activity) =>
        CommitmentForm.Of(reads, activity);

    /// <inheritdoc />
    public override object FeedModel(Reads reads, Activity activity, Seat seat) => CommitmentFeed.Read(reads, activity, seat);

    /// <inheritdoc />
    public override object ControlModel(Reads reads, Activity activity, string tab) =>
        CommitmentBoard.Read(reads, activity) with { Talks = CommitmentSettings.Parse(activity.Settings).IsOfMembers ? Talk.Of(reads, activity) : [] };

    /// <inheritdoc />
    public override object ReportModel(Reads reads, Activity activity) => CommitmentBoard.Read(reads, activity);

    /// <inheritdoc />
    public override Answered Accept(Writes writes, Activity activity, Answer answer)
    {
        var settings = CommitmentSettings.Parse(activity.Settings);
        var sent = Sent.Of(answer.Fields);
        var before = Concern(writes, activity, settings, answer.Seat, sent);
        var answered = (sent.Verb, settings.IsOfMembers) switch
        {
            (_, true) => GoalActs.Do(writes, activity, settings.Mode, answer, sent with { Verb = sent.Verb.Length > 0 ? sent.Verb : "none" }),
            ("" or "write", false) => Commitments.Write(writes, activity, settings, answer, sent),
            ("show" or "hide", false) => Commitments.Show(writes, activity, settings, answer.Seat, sent.Verb == "show"),
            ("yes" or "no", false) => Commitments.Say(writes, activity, answer.Seat, sent.Target, sent.Verb == "yes"),
            ("sign" or "unsign", false) => Commitments.Sign(writes, activity, settings, answer.Seat, sent),
            ("meet", false) when settings.Mode == CommitmentMode.Action => Commitments.Date(writes, activity, answer.Seat, sent),
            _ => Answered.Refused("There is nothing of that sort to do here."),
        };
        if (answered.As == AnsweredAs.Taken)
        {
            var after = Concern(writes, activity, settings, answer.Seat, sent);
            return answered with { About = new Concerned([.. before, .. after, answer.Seat.ParticipantId]) };
        }

        return answered;
    }

    /// <inheritdoc />
    public override void Announce(Activity activity, Answer answer)
    {
        var participants = answer.About is Concerned about ? about.Participants : [answer.Seat.ParticipantId];
        var ofSet = CommitmentSettings.Parse(activity.Settings).Mode is CommitmentMode.Action or CommitmentMode.Goal && answer.Seat.SetId is not null;
        live.Changed(activity, participants, ofSet ? [answer.Seat.SetId!.Value] : []);
    }

    /// <inheritdoc />
    public override void AnnounceState(Activity activity) => live.Changed(activity, [], []);

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidIn(Reads reads, Activity activity) =>
        [.. CommitmentBoard.Read(reads, activity).Shown.Select(row => new Said("Commitment", row.Text, row.SetId, row.Name))];

    /// <inheritdoc />
    public override IReadOnlyList<Said> SaidBy(Reads reads, Activity activity, long person) => OwnWords.Of(reads, activity, person);

    /// <inheritdoc />
    public override ActivitySheet SheetOf(Reads reads, Activity activity)
    {
        var board = CommitmentBoard.Read(reads, activity);
        var rows = board.Shown.Select(row => (IReadOnlyList<object?>)[row.SetName, row.Name, row.Role, row.Text, row.Due, row.Witness, row.WitnessSays, row.Signer, 1L]).ToList();
        if (board.Count - rows.Count is > 0 and var hidden)
        {
            rows.Add([null, null, null, "Not shown to the room", null, null, null, null, hidden]);
        }

        return new ActivitySheet(["Set", "Name", "Role", "What", "By when", "Witness", "Witness says", "Countersigned by", "Count"], rows);
    }

    /// <inheritdoc />
    public override IReadOnlyList<PaperField> PaperFields(Reads reads, Activity activity)
    {
        var settings = CommitmentSettings.Parse(activity.Settings);
        if (settings.IsOfMembers || settings.Mode == CommitmentMode.Action)
        {
            return [];
        }

        var fields = new List<PaperField> { new("text", "What they will do, to be shown to all", [], Sent.Limit) };
        if (CommitmentPlan.Of(reads, activity).Dues(settings.Mode) is { Count: > 0 } dues)
        {
            fields.Add(new PaperField("due", "Until when", [.. dues.Select(due => (CommitmentPlan.Text(due), due.ToString("d MMMM", CultureInfo.InvariantCulture)))]));
        }

        if (settings.HasWitness)
        {
            fields.Add(new PaperField("witness", "Who will ask", [.. CommitmentForm.PeopleOf(reads, activity, settings)
                .Select(one => (one.PersonId!.Value.ToString(CultureInfo.InvariantCulture), one.Name))]));
        }

        return fields;
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, Seat seat, Random chance) =>
        Invented.Fields(reads, activity, seat, chance);

    /// <inheritdoc />
    public override void CarryOver(Writes writes, Activity activity)
    {
        var settings = CommitmentSettings.Parse(activity.Settings);
        if (settings.IsOfMembers)
        {
            var plan = CommitmentPlan.Of(writes, activity);
            RatingsTold.Tell(writes, plan.ProgrammeId, plan.Kind);
        }

        foreach (var row in settings.IsOfMembers ? [] : CommitmentRow.Of(writes, activity.Id).Reverse())
        {
            Carried.Add(writes, new Carried
            {
                ActivityId = activity.Id,
                Target = settings.Mode == CommitmentMode.Action ? "Action" : "Commitment",
                SetId = row.SetId,
                PersonId = row.PersonId,
                Source = row.Id.ToString(CultureInfo.InvariantCulture),
                Text = row.IsShown && activity.IsRevealed ? row.Text : "",
                Due = row.Due,
            });
        }

        foreach (var set in settings.Mode == CommitmentMode.Action ? CommitmentBoard.Read(writes, activity).Sets : [])
        {
            foreach (var (date, number) in new[] { (set.First, 1), (set.Second, 2) }.Where(one => one.Item1 is not null))
            {
                var meeting = MeetingPlan.Agree(writes, set.SetId, number, date!);
                Carried.Add(writes, new Carried
                {
                    ActivityId = activity.Id,
                    Target = "SetMeeting",
                    SetId = set.SetId,
                    Source = number.ToString(CultureInfo.InvariantCulture),
                    Text = $"Set meeting {number.ToString(CultureInfo.InvariantCulture)}",
                    Due = date,
                    ThingId = meeting?.Meeting,
                    Before = meeting?.Before,
                });
            }
        }
    }

    /// <inheritdoc />
    public override void PutBack(Writes writes, Carried carried)
    {
        if (carried is { Target: "SetMeeting", ThingId: { } meeting, Due: { } date, Before: { } before })
        {
            MeetingPlan.TakeBack(writes, meeting, date, before);
        }
    }

    /// <summary>Participants whose phones show what an answer is about.</summary>
    private static List<long> Concern(Writes writes, Activity activity, CommitmentSettings settings, Seat seat, Sent sent)
    {
        if (settings.IsOfMembers)
        {
            var talk = Talk.Of(writes, activity).FirstOrDefault(one => one.PersonId == seat.PersonId || one.MembershipId == sent.Target);
            return talk is null ? [] : PlacesOf(writes, activity, [talk.PersonId, talk.SupervisorId ?? 0, talk.AdvisorId ?? 0]);
        }

        return PlacesOf(writes, activity, [.. CommitmentRow.Of(writes, activity.Id)
            .Where(row => row.Id == sent.Target || row.PersonId == seat.PersonId)
            .SelectMany(row => CommitmentRow.SignersOf(writes, activity, settings.Countersign, row).Append(row.PersonId).Append(row.WitnessId ?? 0))]);
    }

    private static List<long> PlacesOf(Writes writes, Activity activity, IReadOnlyList<long> people) => people.Count == 0 ? [] : [.. writes.Query<long>(
        "SELECT id FROM participant WHERE workshop_id = @RoomId AND person_id IN @people", new { activity.RoomId, people })];

    /// <summary>Whose phones an answer concerns: known inside the command, told after it.</summary>
    private sealed record Concerned(IReadOnlyList<long> Participants);
}
