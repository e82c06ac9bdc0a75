using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>What people do with commitments. Every check that another write can make false is made in the command.</summary>
public static partial class Commitments
{
    private static readonly Answered _unknown =
        Answered.Refused("What you read alone needs a known person. Ask your advisor or the facilitator to let you in, or show it to everyone.");
    private static readonly Answered _role = Answered.Refused("This is for the person alone. Ask your advisor or the facilitator to let you in.");

    /// <summary>Keeps what a person will do, or changes it while the activity is open.</summary>
    public static Answered Write(Writes writes, Activity activity, CommitmentSettings settings, Answer answer, Sent sent)
    {
        var seat = answer.Seat;
        if (!CommitmentPlan.Writes(activity, settings.Mode, seat.Role) || seat.PersonId is not { } person)
        {
            return Answered.Refused("This one is for others to write.");
        }

        if (activity.State != ActivityState.Open)
        {
            return Answered.Closed("This activity closed before your words arrived.");
        }

        var text = sent.Text("text");
        var (due, late) = Due(writes, activity, settings, sent);
        var (witness, who) = Witness(writes, activity, settings, sent, person);
        var known = seat.Assurance >= Assurance.Vouched || answer.EnteredBy is not null;
        if (Answered.All(
            sent.Wrong("text", text, "What will you do? One sentence is enough."), late, who,
            !known && sent.Line("share").Length == 0
                ? Answered.Invalid(sent.Name("share"), "Choose who may read it. What stays with you needs a known person; what everyone may read can be kept now.") : null) is { } wrong)
        {
            return wrong;
        }

        var share = answer.EnteredBy is not null ? "Room" : ShareOf(settings, sent.Line("share"));
        var before = CommitmentRow.Of(writes, activity.Id).FirstOrDefault(row => row.PersonId == person);
        if (!known && (share != "Room" || before is { Vouched: true }))
        {
            return _unknown;
        }

        if (answer.EnteredBy is not null && before is ({ Vouched: true } or { Share: not "Room" }))
        {
            return Answered.Refused("They have written this one themselves.");
        }

        writes.Execute(
            """
            INSERT INTO commitment (activity_id, person_id, set_id, role, text, due, share, witness_id, vouched, at)
            VALUES (@activity, @person, @SetId, @role, @text, @due, @share, @witness, @known, @Now)
            ON CONFLICT (activity_id, person_id) DO UPDATE SET
              signed_by = CASE WHEN text = excluded.text AND due IS excluded.due THEN signed_by END,
              signed_at = CASE WHEN text = excluded.text AND due IS excluded.due THEN signed_at END,
              witness_says = CASE WHEN witness_id IS excluded.witness_id THEN witness_says END,
              text = excluded.text, due = excluded.due, share = excluded.share, witness_id = excluded.witness_id,
              vouched = max(vouched, excluded.vouched), version = version + 1
            """,
            new { activity = activity.Id, person, seat.SetId, role = seat.Role.ToString(), text, due, share, witness, known, writes.Now });
        NoteShare(writes, activity, (person, answer.EnteredBy ?? person), before?.Share, share);
        Reminders.Plan(writes, activity, settings.Mode, person);
        AnsweredMarks.Add(writes, activity.Id, seat.ParticipantId);
        return Answered.Taken;
    }

    /// <summary>The owner shows it to all, or takes it off the wall; also when the activity has closed.</summary>
    public static Answered Show(Writes writes, Activity activity, CommitmentSettings settings, Seat seat, bool shown)
    {
        if (Mine(writes, activity, seat) is not { } mine)
        {
            return Answered.Refused("Only its owner can show a commitment.");
        }

        if (mine.Vouched && seat.Assurance < Assurance.Vouched)
        {
            return _role;
        }

        if (shown && mine.HiddenAt is not null)
        {
            return Answered.Refused("The facilitator took it off the wall. Talk with them before it shows again.");
        }

        var share = shown ? "Room" : ShareOf(settings, "");
        writes.Execute("UPDATE commitment SET share = @share, version = version + 1 WHERE id = @Id", new { mine.Id, share });
        NoteShare(writes, activity, (mine.PersonId, mine.PersonId), mine.Share, share);
        Reword(writes, activity, mine, shown);
        return Answered.Taken;
    }

    /// <summary>The facilitator takes what is shown off the walls, or lets it show again. False where it has changed meanwhile.</summary>
    public static bool Moderate(Writes writes, Activity activity, long id, long version, bool hidden)
    {
        if (writes.Execute(
            """
            UPDATE commitment SET hidden_at = CASE WHEN @hidden THEN @Now END, version = version + 1
            WHERE id = @id AND activity_id = @activity AND version = @version AND share = 'Room' AND (hidden_at IS NULL) = @hidden
            """,
            new { id, version, hidden, activity = activity.Id, writes.Now }) != 1)
        {
            return false;
        }

        Reword(writes, activity, CommitmentRow.Of(writes, activity.Id).First(row => row.Id == id), !hidden);
        return true;
    }

    /// <summary>To whom it was shown, or that it is kept again, stays in the log; never what.</summary>
    private static void NoteShare(Writes writes, Activity activity, (long Owner, long By) who, string? was, string share)
    {
        if ((was ?? "Nobody") == share)
        {
            return;
        }

        var id = writes.First<long>("SELECT id FROM commitment WHERE activity_id = @Id AND person_id = @Owner", new { activity.Id, who.Owner });
        Audit.Note(writes, who.By, activity.RoomId, share == "Nobody" ? "unshare-commitment" : $"share-commitment-with-{share.ToLowerInvariant()}", "commitment", id);
    }

    /// <summary>What it became at the close says no more than the wall does.</summary>
    private static void Reword(Writes writes, Activity activity, CommitmentRow row, bool shown) => Carried.Reword(
        writes, activity.Id, row.Id.ToString(CultureInfo.InvariantCulture), shown && activity.IsRevealed ? row.Text : "");

    /// <summary>The one who was asked says whether they will ask.</summary>
    public static Answered Say(Writes writes, Activity activity, Seat seat, long id, bool yes)
    {
        if (CommitmentRow.Of(writes, activity.Id).FirstOrDefault(row => row.Id == id) is not { } row || row.WitnessId != seat.PersonId || seat.PersonId is null)
        {
            return Answered.Refused("Only the one who was asked can answer.");
        }

        if (seat.Assurance < Assurance.Vouched)
        {
            return _role;
        }

        writes.Execute(
            "UPDATE commitment SET witness_says = @says, version = version + 1 WHERE id = @id", new { id, says = yes ? "Yes" : "No" });
        return Answered.Taken;
    }

    /// <summary>Supervisor, client or champion countersigns the words that they saw, or takes it back.</summary>
    public static Answered Sign(Writes writes, Activity activity, CommitmentSettings settings, Seat seat, Sent sent)
    {
        if (CommitmentRow.Of(writes, activity.Id).FirstOrDefault(one => one.Id == sent.Target) is not { } row || row.Share is "Nobody" or "Set"
            || seat.PersonId is not { } person || !CommitmentRow.MaySign(writes, activity, settings.Countersign, row, person))
        {
            return Answered.Refused("This is not yours to countersign.");
        }

        if (!Access.IsSure(seat, Artefact.Countersign))
        {
            return _role;
        }

        if (row.Version != sent.Version)
        {
            return Answered.Conflict("It has changed meanwhile. Read it again before you sign.");
        }

        writes.Execute(
            """
            UPDATE commitment SET signed_by = @by, signed_at = CASE WHEN @by IS NULL THEN NULL ELSE @Now END, version = version + 1
            WHERE id = @Id
            """,
            new { row.Id, by = sent.Verb == "sign" ? person : (long?)null, writes.Now });
        return Answered.Taken;
    }

    /// <summary>One's own commitment in an activity, or null.</summary>
    public static CommitmentRow? Mine(Reads reads, Activity activity, Seat seat) => seat.PersonId is null ? null
        : CommitmentRow.Of(reads, activity.Id).FirstOrDefault(row => row.PersonId == seat.PersonId);

    private static string ShareOf(CommitmentSettings settings, string word) =>
        word == "Room" ? "Room"
        : settings.Mode == CommitmentMode.Action ? "Set"
        : word == "Nobody" || settings.Countersign == Countersign.Nobody ? "Nobody" : "Signer";

    private static (string? Due, Answered? Problem) Due(Writes writes, Activity activity, CommitmentSettings settings, Sent sent)
    {
        if (settings.Mode == CommitmentMode.WhatIWillDo)
        {
            return (null, null);
        }

        var field = sent.Line("due") == "other" ? "due-other" : "due";
        var typed = sent.Line(field);
        var date = typed.Length == 0 && field == "due"
            ? CommitmentPlan.Of(writes, activity).Usual(settings.Mode) : CommitmentPlan.Parse(typed);
        var today = CommitmentPlan.Today(writes);
        return date is not { } day ? (null, Answered.Invalid(sent.Name(field), "Until when? Choose a day."))
            : day < today ? (null, Answered.Invalid(sent.Name(field), $"{day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} has passed. Choose a day from today on."))
            : day > today.AddYears(2) ? (null, Answered.Invalid(sent.Name(field), "That is more than two years away. Choose a nearer day."))
            : (CommitmentPlan.Text(day), null);
    }

    private static (long? Witness, Answered? Problem) Witness(
        Writes writes, Activity activity, CommitmentSettings settings, Sent sent, long person)
    {
        var typed = sent.Line("witness");
        if (!settings.HasWitness || typed.Length == 0)
        {
            return settings.Mode == CommitmentMode.NinetyDays
                ? (null, Answered.Invalid(sent.Name("witness"), "Who will ask you about it? Choose somebody, best from another set.")) : (null, null);
        }

        var known = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && RoomPerson.Of(writes, activity.RoomId).Any(one => one.PersonId == id);
        return !known ? (null, Answered.Invalid(sent.Name("witness"), "Nobody of that name is expected here. Choose somebody from the list."))
            : id == person ? (null, Answered.Invalid(sent.Name("witness"), "You cannot be your own witness. Choose somebody else."))
            : (id, null);
    }
}
