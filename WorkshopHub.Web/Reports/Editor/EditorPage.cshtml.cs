using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Reports.Editor;

/// <summary>Arranges the report: order, what is hidden, an introduction, quotes that were released; and publishes it.</summary>
public sealed partial class EditorPage(Db db, Writer writer, ActivityKinds kinds, TimeProvider time) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>What is typed.</summary>
    public EditorForm Form { get; private set; } = new();

    /// <summary>The report as it is now, hidden sections included.</summary>
    public OutcomeReport Report { get; private set; } = null!;

    /// <summary>What people and sets have released, and may be quoted.</summary>
    public IReadOnlyList<Quote> Released { get; private set; } = [];

    /// <summary>What people wrote under their names in workshops, or showed to the programme alone, and have not released: their authors can be asked.</summary>
    public IReadOnlyList<QuoteAsked> ToAsk { get; private set; } = [];

    /// <summary>What was published, the newest first.</summary>
    public IReadOnlyList<ReportVersion> Versions { get; private set; } = [];

    /// <summary>Who has answered what became of it, and when the next version comes by itself; null where nobody is asked, and nothing is planned.</summary>
    public During.WhoAnswered? WhoAnswered { get; private set; }

    /// <summary>Whether it is to be published next, so that it is asked once more.</summary>
    public bool Asks { get; private set; }

    /// <summary>What is new in the version, as typed.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Whether the final has begun: until then sets read each other's work only as far as they show it.</summary>
    public bool MayPublish { get; private set; }

    /// <summary>The number that the next version gets.</summary>
    public long Next => Versions.Count == 0 ? 1 : Versions[0].Number + 1;

    /// <summary>The organisation's day on which the last version was published.</summary>
    public DateOnly PublishedOn { get; private set; }

    /// <summary>What the reader will miss, for the last look before it is published.</summary>
    public IEnumerable<string> Misses => Publishing.Misses(Report);

    /// <summary>Shows it; with publish in the address the question whether it is to be published.</summary>
    public void OnGet()
    {
        Form = EditorForm.Of(Draft);
        Asks = Request.Query.ContainsKey("publish");
    }

    /// <summary>Keeps what was arranged; "look" leads on to the draft, or to the question whether it is published; "move" takes a section up or down first.</summary>
    public async Task<IActionResult> OnPostAsync(string? look, string? up, string? down)
    {
        Form = Typed();
        if (Form.Version < 0)
        {
            Form.Version = Draft.Version;
            return Again("Introduction", Unreadable);
        }

        if ((up ?? down) is { } key)
        {
            Form.Move(key, up is null ? 1 : -1);
        }

        var saved = false;
        if (!await TryAsync(writes => saved = ReportDraft.Save(writes, Form.Read(Id), Me)))
        {
            return Again();
        }

        return !saved ? await BothAsync()
            : LocalRedirect(look == "publish" ? $"/programmes/{Id}/report/edit?publish#publish" : look is not null ? $"/programmes/{Id}/report" : $"/programmes/{Id}/report/edit{((up ?? down) is { } moved ? $"?moved={Uri.EscapeDataString(moved)}&by={(up is null ? "down" : "up")}" : "?saved")}"); // no place in the address: where one is, no field takes the focus
    }

    /// <summary>Publishes what the draft is now as the next version.</summary>
    public async Task<IActionResult> OnPostPublishAsync(string? why, bool sure, long number, long version)
    {
        (Form, Asks, Why) = (EditorForm.Of(Draft), true, Line.Clean(why));
        return IsUnreadable(nameof(number), nameof(version)) ? Again("Sure", Unreadable) : await TryAsync(writes => number = Publishing.Publish(writes, kinds, Id, new PublishForm(Why, sure, number, version), time.GetUtcNow(), Me))
            ? LocalRedirect($"/programmes/{Id}/report/{number}") : Again();
    }

    /// <summary>Asks the author of a post, or of a reflection, whether it may be quoted.</summary>
    public async Task<IActionResult> OnPostAskAsync(string? post)
    {
        Form = EditorForm.Of(Draft);
        return await TryAsync(writes => QuoteAsked.Ask(writes, Id, post ?? "", Me)) ? LocalRedirect($"/programmes/{Id}/report/edit#asks") : Again();
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() => await Db.ReadAsync(Load, HttpContext.RequestAborted) ? null : NotFound();

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => reads.First<string>("SELECT archived_at FROM programme WHERE id = @Id", new { Id }) is not null;

    private ReportDraft Draft { get; set; } = null!;

    private bool Load(Reads reads)
    {
        if (!ReportRights.Of(Viewer, reads, Id).MayEdit || LiveReport.Read(reads, kinds, Id, time.GetUtcNow()) is not { } report)
        {
            return false;
        }

        (Report, Draft, Versions) = (report, ReportDraft.Of(reads, Id), ReportVersion.Of(reads, Id));
        (ToAsk, WhoAnswered) = (QuoteAsked.Of(reads, Id), During.WhoAnswered.Of(reads, Id));
        PublishedOn = Versions is [var last, ..] ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(last.PublishedAt), LocalTime.ZoneOf(reads)).DateTime) : default;
        (Released, MayPublish) = (LiveReport.Released(reads, Id, time.GetUtcNow()), Publishing.MayPublish(reads, Id));
        return true;
    }

    private EditorForm Typed() => new()
    {
        Introduction = Request.Form["Introduction"],
        Order = [.. Request.Form["Order"].OfType<string>()],
        Shown = [.. Request.Form["Shown"].OfType<string>()],
        Quotes = [.. Request.Form["Quotes"].OfType<string>()],
        Version = long.TryParse(Request.Form["Version"], out var version) ? version : -1,
    };

    private Task<IActionResult> BothAsync()
    {
        var (mine, theirs) = (Form, EditorForm.Of(Draft));
        Form.Version = Draft.Version;
        return BothAsync(Draft.ChangedBy.Length > 0 ? Draft.ChangedBy : null, Draft.ChangedAt, StaleField.Different(
            new StaleField("Introduction", mine.Introduction ?? "", theirs.Introduction ?? ""),
            new StaleField("Sections", Titles(mine), Titles(theirs)),
            new StaleField("Quotes", $"{mine.Quotes.Count} chosen", $"{theirs.Quotes.Count} chosen")));
    }

    private static string Titles(EditorForm form) => string.Join(", ", form.Sections.Where(section => section.IsShown).Select(section => section.Title));
}
