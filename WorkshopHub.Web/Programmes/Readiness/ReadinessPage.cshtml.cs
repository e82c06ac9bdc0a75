using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>
/// Whether a programme is ready to start: what is missing and who has to do it. Who runs it overrides warnings, reminds people
/// and takes the steps; its sponsor reads.
/// </summary>
public sealed class ReadinessPage(Db db, Writer writer, TimeProvider time, SiteAddress address, MailHouse mail, DueSoon soon) : ProgrammePage(db, writer)
{
    /// <summary>What is shown.</summary>
    public Board Board { get; private set; } = null!;

    /// <summary>Whether the viewer may do something here, rather than only read.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>The need that an override is for.</summary>
    [BindProperty]
    public string? Need { get; set; }

    /// <summary>Why it is right to go on, as typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>The step that the page offers, in words; null where there is none here.</summary>
    public string? Step => Board.Rows.Programme.State switch
    {
        "Draft" => "Begin to ask people",
        "Recruiting" => "It is ready",
        "Ready" => "Start the programme",
        "Running" => "The sets report now",
        _ => null,
    };

    /// <summary>What holds that step up.</summary>
    public IReadOnlyList<Need> Holding => ProgrammeStates.Needs(Board.Rows.Programme.State) is { } stage
        ? Checklist.Holding(Board.Needs, stage) : [];

    /// <summary>What others still have to do, for the letters.</summary>
    public IReadOnlyList<Need> Late => Board.Rows.Programme.IsClosed ? [] : [.. Board.Needs.Where(need => need.State == NeedState.Open && need.People.Count > 0)];

    /// <inheritdoc />
    protected override bool MayToo(Reads reads) =>
        base.MayToo(reads) || (HttpMethods.IsGet(Request.Method) && Access.ReadsIn(Viewer, reads, Id, Artefact.Readiness) == Extent.All);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Goes on without something, for a reason.</summary>
    public Task<IActionResult> OnPostOverrideAsync() =>
        DoAsync(writes => ReadinessCommands.Override(writes, Id, Need, Reason, Viewer.PersonId!.Value), "Your reason is kept.", "list");

    /// <summary>Takes an override back.</summary>
    public Task<IActionResult> OnPostUndoAsync(long over) =>
        DoAsync(writes => ReadinessCommands.TakeBack(writes, Id, over, Viewer.PersonId!.Value), "It counts as open again.", "list");

    /// <summary>Notes that people were reminded: of one need, or of all.</summary>
    public async Task<IActionResult> OnPostNudgeAsync()
    {
        var sent = 0;
        return await DoAsync(
            writes => sent = ReadinessCommands.Nudge(writes, Id, string.IsNullOrEmpty(Need) ? null : Need, Viewer.PersonId!.Value),
            "It is noted that you reminded them today.", "list");
    }

    /// <summary>Whether this house sends e-mail.</summary>
    public bool MaySend => mail.IsOn;

    /// <summary>
    /// Reminds people by e-mail, of one need or of all: each of the same once a day. It is said what went into the outbox and what did
    /// not; where nothing did, nobody counts as reminded.
    /// </summary>
    public async Task<IActionResult> OnPostMailAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!mail.IsOn || Board.Address is null)
        {
            return Again("State", mail.IsOn ? "No mail went out: this house has no address yet, so a link would lead nowhere. Choose it first, or copy the letters."
                : "No mail went out: no mail server is set. Copy the letters into your own mail instead.");
        }

        var needs = Late.Where(need => string.IsNullOrEmpty(Need) || need.Key == Need).ToList();
        var about = string.Create(CultureInfo.InvariantCulture, $"nudge:{Id}:{Board.Now:yyyy-MM-dd}:{Need}");
        var mails = Letter.Mails(Board, needs);
        var put = 0;
        if (await TryAsync(writes =>
        {
            put = mails.Count(one => Mailbox.Put(writes, new NewMail(one.To.Id, MailKind.Nudge, about, one.Subject, one.Text, "/"), Viewer.PersonId));
            if (put > 0)
            {
                ReadinessCommands.Nudge(writes, Id, string.IsNullOrEmpty(Need) ? null : Need, Viewer.PersonId!.Value);
            }
        }))
        {
            soon.Ring();
        }

        return await DoAsync(_ => { }, Letter.Told(
            put, mails.Count - put, [.. needs.SelectMany(need => need.People).Where(person => person.Email is null).DistinctBy(person => person.Id)]), "list");
    }

    /// <summary>Takes the next step.</summary>
    public Task<IActionResult> OnPostGoOnAsync(string? from) =>
        DoAsync(writes => ProgrammeStates.GoOn(writes, Id, from, Viewer.PersonId), "The programme is one step further.", "state");

    /// <summary>Takes the last step back.</summary>
    public Task<IActionResult> OnPostGoBackAsync(string? from) =>
        DoAsync(writes => ProgrammeStates.GoBack(writes, Id, from, Viewer.PersonId), "The step was taken back.", "state");

    private async Task<IActionResult> DoAsync(Action<Writes> command, string told, string fragment)
    {
        var kept = await TryAsync(command);
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!kept)
        {
            return Again();
        }

        Told = told;
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/programmes/{Id}/readiness#{fragment}"));
    }

    private async Task<bool> LoadAsync() => await Db.ReadAsync(reads =>
    {
        Board = Board.Read(reads, Id, time.GetUtcNow(), address.Of(reads))!;
        var runs = Access.MayRunProgramme(Viewer, reads, Id);
        Board = runs || Board is null ? Board! : Board with { Needs = Checklist.ForSponsor(Board.Needs) };
        MayEdit = runs && Board?.Rows.Programme.IsArchived == false;
        return Board is not null;
    });
}
