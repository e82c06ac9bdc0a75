using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>What a set has promised itself, for its members and its advisor: mine first, then the others', then what came of it.</summary>
public sealed class SetActions(Db db, Writer writer, ActionsLive live, LiveWire wire, TimeProvider time) : SetPage(db, writer)
{
    /// <summary>The actions.</summary>
    public ActionList List { get; private set; } = null!;

    /// <summary>The form by which a member promises something between meetings; null for the advisor.</summary>
    public AgreeForm? Form { get; private set; }

    /// <summary>The reader is a member, who may write; the advisor reads.</summary>
    public bool MayWrite => MembershipId is not null;

    /// <inheritdoc />
    protected override async Task<IActionResult?> ElsewhereAsync() => await LoadAsync() ? null : NotFound();

    /// <summary>What was agreed in an airtime again, for who follows it.</summary>
    /// <param name="slot">The airtime.</param>
    public async Task<IActionResult> OnGetSlotAsync(long slot)
    {
        var stamp = wire.Stamp(Channels.Space(Id));
        return Partial("/Sets/Actions/_SlotRegion.cshtml", await Db.ReadAsync(reads => SlotAside.Read(reads, Id, slot, "", may: false, stamp)));
    }

    /// <summary>Agrees on an action: in somebody's airtime, or between meetings as one's own.</summary>
    /// <param name="sent">What was typed.</param>
    public async Task<IActionResult> OnPostAgreeAsync(SentAction? sent)
    {
        sent ??= new();
        var form = await Db.ReadAsync(reads => sent.SlotId is { } slot ? AgreeForm.OfSlot(reads, Id, slot, sent.Home(Id)) : AgreeForm.OfMember(reads, Id, Me, Today(reads)));
        if (!MayWrite || form is null)
        {
            return NotFound();
        }

        form = form with { Key = Tokens.IsToken(sent.Key) ? sent.Key! : form.Key, Text = sent.Text ?? "", Due = sent.Due ?? "", Chosen = sent.Questions ?? [] };
        var number = 0L;
        if (await TryAsync(writes => number = ActionCommands.Agree(writes, New(writes, form), Me)))
        {
            await live.ChangedAsync(Id, form.SlotId, HttpContext.RequestAborted);
            return Request.Headers.ContainsKey("HX-Request") ? Partial("/Sets/Actions/_AgreeAction.cshtml", await FreshAsync(form, sent))
                : Go(sent, $"Promised: action {number}.");
        }

        var before = Faults.ContainsKey(ActionCommands.SentBefore);
        var theirs = before ? await Db.ReadAsync(reads => SetAction.ByKey(reads, form.Key)) : null;
        Form = form with { Faults = Faults, Key = before ? Tokens.New() : form.Key, Theirs = theirs?.SetId == Id ? theirs : null };
        Response.StatusCode = before ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Request.Headers.ContainsKey("HX-Request") ? Partial("/Sets/Actions/_AgreeAction.cshtml", Form) : Page();
    }

    private NewAction New(Reads reads, AgreeForm form) => new(form.Key, Id, form.OwnerId, form.Text, form.Due)
    {
        SlotId = form.SlotId,
        Questions = [.. form.Chosen],
        MeetingId = form.SlotId is { } slot ? reads.First<long?>("SELECT meeting_id FROM airtime_slot WHERE id = @slot", new { slot }) : null,
    };

    private async Task<AgreeForm> FreshAsync(AgreeForm form, SentAction sent) => await Db.ReadAsync(reads => form.SlotId is { } slot
        ? AgreeForm.OfSlot(reads, Id, slot, sent.Home(Id))! : AgreeForm.OfMember(reads, Id, Me, Today(reads)));

    private IActionResult Go(SentAction sent, string told)
    {
        Told = told;
        return this.Gone(sent.Home(Id));
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        List = ActionList.Read(reads, Id, Set.ProgrammeId, Me, Today(reads));
        Form = !MayWrite ? null : AgreeForm.OfMember(reads, Id, Me, List.Today);
        return true;
    });

    private DateOnly Today(Reads reads) => LocalDay.Today(reads, time.GetUtcNow());
}

/// <summary>An action as a form sends it.</summary>
public sealed class SentAction
{
    /// <summary>The id that the form made.</summary>
    public string? Key { get; set; }

    /// <summary>The airtime, or none.</summary>
    public long? SlotId { get; set; }

    /// <summary>What was typed.</summary>
    public string? Text { get; set; }

    /// <summary>The day that was typed.</summary>
    public string? Due { get; set; }

    /// <summary>The questions that were chosen.</summary>
    public IReadOnlyList<string>? Questions { get; set; } // no value from the start: the binder fills none that is there

    /// <summary>The page that it was sent from.</summary>
    public string? Back { get; set; }

    /// <summary>Where to go then: the page of this set that one came from.</summary>
    public string Home(long set) => Back is { } back && back.StartsWith($"/sets/{set}/", StringComparison.Ordinal) ? back : $"/sets/{set}/actions";
}
