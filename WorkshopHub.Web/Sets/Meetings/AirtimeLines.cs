using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>What is written into a turn, and what is pressed in it.</summary>
public sealed partial class AirtimePage
{
    /// <summary>A question: from the pen it is noted, from any other device proposed.</summary>
    public Task<IActionResult> OnPostAsync(string? id, long slot) => LineAsync(
        id, slot, writes => Meetings.Questions.Add(writes, Meeting.Id, Hand, new NewQuestion(id, slot, Asker, Text)), MeetingLive.Question);

    /// <summary>What the presenter took for granted.</summary>
    public Task<IActionResult> OnPostSeenAsync(string? id, long slot) => LineAsync(
        id, slot, writes => AirtimeAssumption.Add(writes, Meeting.Id, Hand, new NewQuestion(id, slot, null, Seen)), MeetingLive.Assumption);

    /// <summary>A press on the turn: begin, pause, resume, go (to a part), turn (the screen), back, end, again, add.</summary>
    public Task<IActionResult> OnPostTurnAsync(string? does, long slot, long version, AirtimePart part) => ActAsync(
        writes =>
        {
            var meeting = Meeting.Id;
            Action act = does switch
            {
                "begin" => () => Turns.Begin(writes, meeting, Hand, slot, version),
                "pause" => () => Turns.Pause(writes, meeting, Hand, slot, version),
                "resume" => () => Turns.Resume(writes, meeting, Hand, slot, version),
                "go" => () => Turns.Go(writes, meeting, Hand, slot, version, part),
                "turn" => () => Turns.Turn(writes, meeting, Hand, slot, version, toPresenter: true),
                "back" => () => Turns.Turn(writes, meeting, Hand, slot, version, toPresenter: false),
                "end" => () => Turns.End(writes, meeting, Hand, slot, version),
                "again" => () => Turns.Again(writes, meeting, Hand, slot, version),
                "add" => () => GivenTime.Add(writes, meeting, Hand, slot, version),
                _ => () => throw Turns.Changed(),
            };
            act();
        }, back: To(slot));

    /// <summary>One member gives another some of their minutes.</summary>
    public Task<IActionResult> OnPostGiveAsync(long from, long slot, long version, long minutes) =>
        ActAsync(writes => GivenTime.Give(writes, Meeting.Id, Hand, from, slot, version, minutes), back: To(slot));

    /// <summary>Takes a gift back.</summary>
    public Task<IActionResult> OnPostUngiveAsync(long gift) => ActAsync(writes => GivenTime.TakeBack(writes, Meeting.Id, Hand, gift));

    /// <summary>Says in a line what the turn is about.</summary>
    public Task<IActionResult> OnPostIssueAsync(long slot) =>
        ActAsync(writes => Turns.Name(writes, Meeting.Id, Hand, slot, Issue), back: To(slot));

    /// <summary>"This one moved me": the presenter alone.</summary>
    public Task<IActionResult> OnPostTickAsync(string? question, bool moved) => ActAsync(
        writes => Meetings.Questions.Tick(writes, Meeting.Id, Hand, question ?? "", moved), () => [MeetingLive.Question(question!)], back: To(Slot?.Id ?? 0));

    /// <summary>Lets a proposed line in, takes one out, or puts it back.</summary>
    public Task<IActionResult> OnPostLineAsync(string? question, string? assumption, string? state) => ActAsync(
        writes =>
        {
            if (question is not null)
            {
                Meetings.Questions.Enter(writes, Meeting.Id, Hand, question, state ?? "");
            }
            else
            {
                AirtimeAssumption.Enter(writes, Meeting.Id, Hand, assumption ?? "", state ?? "");
            }
        },
        () => [question is not null ? MeetingLive.Question(question) : MeetingLive.Assumption(assumption!)], back: To(Slot?.Id ?? 0));

    /// <summary>Writes a question anew.</summary>
    public async Task<IActionResult> OnPostEditAsync(string? question, long version)
    {
        var saved = false;
        if (!await TryAsync(writes => saved = Meetings.Questions.Edit(writes, Meeting.Id, Hand, question ?? "", version, Text, Asker ?? 0)))
        {
            return await RefusedAsync();
        }

        if (!saved)
        {
            await LoadAsync();
            Edit = question;
            if (Questions.FirstOrDefault(one => one.Id == question) is not { } now)
            {
                Faults[Pen.Field] = "That question was taken out meanwhile.";
                return await RefusedAsync();
            }

            return await BothAsync(now.ChangedBy, now.ChangedAt, StaleField.Different(
                new StaleField("Question", Text ?? "", now.Text), new StaleField("Who asks", View.People.FirstOrDefault(one => one.PersonId == Asker)?.Name ?? "", now.Asker)));
        }

        Desk.Live.QuestionChanged(Id, question!);
        return LocalRedirect(View.Home + To(Slot!.Id));
    }

    private async Task<IActionResult> LineAsync(string? id, long slot, Func<Writes, Sent> add, Func<string, Piece> piece)
    {
        var sent = Sent.Taken;
        if (!await TryAsync(writes => sent = add(writes)))
        {
            return await RefusedAsync();
        }

        if (sent != Sent.Taken)
        {
            Faults["text"] = sent switch
            {
                Sent.Closed => "This meeting is closed.",
                Sent.Conflict => "This was sent before with other words.",
                _ => "This line belongs to somebody else.",
            };
            Response.Headers["X-Answered"] = sent.ToString();
            var refused = await RefusedAsync();
            Response.StatusCode = sent == Sent.Foreign ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict;
            return refused;
        }

        var line = piece(id!);
        Desk.Wire.Changed(line, Channels.Space(Id));
        if (!IsScript)
        {
            Told = Text is not null && QuestionText.IsAdvice(Text) ? $"Noted. {QuestionText.Hint}" : null;
            return LocalRedirect(View.Home + To(slot));
        }

        Response.Headers["X-Answer"] = Tokens.IsToken(id) ? id! : "";
        var (state, revision) = await Db.ReadAsync(reads => (line.Read(reads), reads.Revision));
        Response.Headers["X-Rev"] = revision.ToString(CultureInfo.InvariantCulture);
        return Content(state is PieceState.Put put ? await partials.RenderAsync(put.Partial, put.Model) : "", "text/html; charset=utf-8");
    }
}
