using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Letters;

/// <summary>A letter that was just made.</summary>
/// <param name="To">To whom.</param>
/// <param name="Link">The personal link; shown once.</param>
public sealed record MadeLetter(Invitee To, string Link);

/// <summary>
/// Invitation letters, one page a person, each with a link that is that person's alone; or the same link by e-mail where a mail
/// server is set. Only the office of the house gives ways in.
/// </summary>
public sealed class LettersPage(Db db, Writer writer, SiteAddress site, MailHouse mail, DueSoon soon, TimeProvider time) : OfficePage(db, writer)
{
    /// <summary>How long the link of a letter can be used: a letter takes longer than a mail.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromDays(21);

    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>What stands above, as typed.</summary>
    [BindProperty]
    public string? Heading { get; set; }

    /// <summary>The letter, as typed.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>By which day, as typed.</summary>
    [BindProperty]
    public string? AnswerBy { get; set; }

    /// <summary>The version that was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Who gets one.</summary>
    [BindProperty]
    public IReadOnlyList<long> To { get; set; } = [];

    /// <summary>The programme.</summary>
    public ProgrammeRow Programme { get; private set; } = null!;

    /// <summary>Who has never signed in; of a draft those who prepare it, since nobody else is asked yet.</summary>
    public IReadOnlyList<Invitee> People { get; private set; } = [];

    /// <summary>The words as they are kept.</summary>
    public InvitationLetter Letter { get; private set; } = new();

    /// <summary>The letters that were just made; empty before.</summary>
    public IReadOnlyList<MadeLetter> Made { get; private set; } = [];

    /// <summary>The workshops: kind, title, date, start, place.</summary>
    public IReadOnlyList<WorkshopLine> Workshops { get; private set; } = [];

    /// <summary>The sponsor's name and job, or null.</summary>
    public RoleRow? Sponsor { get; private set; }

    /// <summary>What the organisation is called.</summary>
    public string Organisation { get; private set; } = "";

    /// <summary>This house's address, or null while none is chosen.</summary>
    public string? Address { get; private set; }

    /// <summary>Today (local).</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Whether this house sends e-mail.</summary>
    public bool MaySend => mail.IsOn;

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>Shows who gets a letter and what stands in it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        (Heading, Words, AnswerBy, Version) = (Letter.Heading, Letter.Words, Letter.AnswerBy, Letter.Version);
        To = [.. People.Where(one => one is { Email: not null, Mail: null }).Select(one => one.Id)];
        return Page();
    }

    /// <summary>Keeps the words alone.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await KeepAsync() is { } other)
        {
            return other;
        }

        Told = "The words are kept.";
        return RedirectToPage(new { id = Id });
    }

    /// <summary>Makes the letters and shows them to be printed.</summary>
    public async Task<IActionResult> OnPostPrintAsync()
    {
        if (await KeepAsync(chosen: true) is { } other)
        {
            return other;
        }

        var made = new List<MadeLetter>();
        if (!await TryAsync(writes => made.AddRange(Chosen(writes).Select(one => new MadeLetter(
            one, $"{Address}/i/{SignInLinks.Make(writes, one.Id, Me, Life)}")))))
        {
            return Again("To", Faults.Values.First());
        }

        await LoadAsync();
        Made = made;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    /// <summary>Puts an invitation for each into the outbox.</summary>
    public async Task<IActionResult> OnPostMailAsync()
    {
        if (!mail.IsOn)
        {
            return NotFound();
        }

        if (await KeepAsync(chosen: true) is { } other)
        {
            return other;
        }

        var sent = 0;
        await TryAsync(writes => sent = Chosen(writes).Count(one => Mailbox.Put(writes, new NewMail(
            one.Id, MailKind.Invitation, $"invitation:{Id}", one.HasAccepted ? $"Your way into {Programme.Name}" : one.Role == Role.Member ? $"Will you take part in {Programme.Name}?" : $"What you are asked for in {Programme.Name}",
            $"{(one.HasAccepted ? "you take part" : "you are asked to take part")} in {Programme.Name} as {one.As}.{(!one.HasAccepted && AnswerBy is { Length: > 0 } by && LocalDay.Read(by) is { } day ? $" Please answer by {LocalDay.WithMonth(day, time.GetUtcNow())}." : "")} {(one.Role == Role.Member && !one.HasAccepted ? "Here you read more, and say yes or no:" : "Here stands what waits for you:")}",
            "/"), Me)));
        soon.Ring();
        Told = sent switch
        {
            0 => "No mail went out: everybody whom you ticked has had the invitation already.",
            1 => "1 invitation is in the outbox and goes out now.",
            _ => $"{sent} invitations are in the outbox and go out now.",
        };
        return RedirectToPage(new { id = Id });
    }

    private List<Invitee> Chosen(Reads reads) => [.. Invited(reads).Where(one => one.Email is not null && To.Contains(one.Id))];

    private IEnumerable<Invitee> Invited(Reads reads) =>
        Invitee.Of(reads, Id).Where(one => Programme.State != "Draft" || one.Parts.All(part => part.Role is Role.Sponsor or Role.Facilitator));

    private async Task<IActionResult?> KeepAsync(bool chosen = false)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (chosen && Address is null)
        {
            return Again("To", "This house has no address yet, so a link would lead nowhere. Choose it first.");
        }

        var saved = false;
        if (!await TryAsync(writes =>
        {
            var wrong = new Refusals();
            wrong.Of(() => saved = InvitationLetter.Keep(writes, Id, Version, Heading, Words, AnswerBy, Me));
            wrong.If(chosen && !People.Any(one => one.Email is not null && To.Contains(one.Id)), "To", "Tick at least one person.");
            wrong.Throw();
        }))
        {
            return Again();
        }

        if (saved)
        {
            return null;
        }

        Version = Letter.Version;
        return await BothAsync(Letter.ChangedBy, Letter.ChangedAt, StaleField.Different(
            new("Heading", Line.Clean(Heading), Letter.Heading), new("The letter", (Words ?? "").Trim(), Letter.Words),
            new("Answer by", AnswerBy ?? "", Letter.AnswerBy ?? "")));
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        if (ProgrammeRow.Find(reads, Id) is not { } programme)
        {
            return false;
        }

        Programme = programme;
        (People, Letter, Address) = ([.. Invited(reads)], InvitationLetter.Of(reads, programme), site.Of(reads));
        (Workshops, Sponsor) = (ProgrammeView.Read(reads, Id)!.Workshops, RoleRow.Of(reads, Id).FirstOrDefault(role => role.Role == "Sponsor"));
        (Organisation, Today) = (Settings.NameOf(reads), LocalDay.Today(reads, time.GetUtcNow()));
        return true;
    });

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => ProgrammeRow.Find(reads, Id) is { IsArchived: true };
}
