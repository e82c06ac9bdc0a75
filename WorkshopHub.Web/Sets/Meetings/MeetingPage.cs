using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Sets.Schedule;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>
/// A page of a set meeting, for the set and its advisor. The layout _MeetingLayout.cshtml shows the meeting's head with its steps and
/// who has the pen, and one form "act" outside all live regions: buttons anywhere belong to it by form="act" and say by formaction
/// where they go.
/// </summary>
public abstract class MeetingPage(Db db, Writer writer, MeetingDesk desk) : SetPage(db, writer)
{
    private const string Cookie = "wh_pen";

    /// <summary>The meeting's number in the set, from its route value "number".</summary>
    [FromRoute]
    public long Number { get; set; }

    /// <summary>The meeting as all who are in it see it.</summary>
    public MeetingView View { get; private set; } = new();

    /// <summary>The meeting's row.</summary>
    public Meeting Meeting => View.Meeting;

    /// <summary>Which step this page is.</summary>
    public abstract MeetingStep Step { get; }

    /// <summary>Who writes here: the viewer and this browser.</summary>
    public Hand Hand { get; private set; } = new(0, "");

    /// <summary>Whether this browser holds the pen of an open meeting.</summary>
    public bool HasPen => View is { IsOpen: true, Run: { } run } && run.IsHeldBy(Me, Hand.Device);

    /// <summary>Whether the presenter is asked on this page which questions helped, and it is they who look.</summary>
    public virtual bool Ticks => false;

    /// <summary>Where the set's channel stands, for data-live.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>The revision that the page shows, for data-rev.</summary>
    public long Revision { get; private set; }

    /// <summary>Whom the viewer is.</summary>
    public long MeId => Me;

    /// <summary>A fresh id for a line that is sent without scripts; sent twice, it is one line.</summary>
    public string FreshId { get; } = Tokens.New();

    /// <summary>What all pages of a meeting work with.</summary>
    protected MeetingDesk Desk => desk;

    /// <summary>Whether a script sent this, which takes pieces for an answer.</summary>
    protected bool IsScript => Request.Headers.ContainsKey("X-Script");

    /// <inheritdoc />
    protected override async Task<IActionResult?> ElsewhereAsync()
    {
        Number = long.TryParse(RouteData.Values["number"]?.ToString(), out var number) ? number : 0;
        Hand = new Hand(Me, Tokens.Hash(Device()));
        if (!await LoadAsync())
        {
            return NotFound();
        }

        return View.Run is null && Step != MeetingStep.CheckIn ? LocalRedirect(View.Home) : null;
    }

    /// <summary>Reads what the page shows beside the meeting; called before it is shown, also after a refusal.</summary>
    protected virtual void Fill(Reads reads)
    {
    }

    /// <summary>Reads the meeting, and the page's own, afresh.</summary>
    protected Task<bool> LoadAsync()
    {
        Stamp = desk.Wire.Stamp(Channels.Space(Id));
        return Db.ReadAsync(reads =>
        {
            if (MeetingView.Read(reads, Id, Number, desk.Now) is not { } view)
            {
                return false;
            }

            (View, Revision) = (view, reads.Revision);
            Fill(reads);
            return true;
        });
    }

    /// <summary>Does something in the meeting, tells everybody, and answers: pieces to a script, the page again to a form.</summary>
    /// <param name="command">The command; what it refuses is said on the page.</param>
    /// <param name="more">Further pieces that changed, beside those of the meeting itself.</param>
    /// <param name="back">Where a form goes on, below the meeting's address; this step where nothing is said.</param>
    protected async Task<IActionResult> ActAsync(Action<Writes> command, Func<IReadOnlyList<Piece>>? more = null, string? back = null)
    {
        if (!await TryAsync(command))
        {
            return await RefusedAsync();
        }

        IReadOnlyList<Piece> others = more?.Invoke() ?? [];
        desk.Live.Changed(Id, Meeting.Id);
        foreach (var piece in others)
        {
            desk.Wire.Changed(piece, Channels.Space(Id));
        }

        return IsScript ? await desk.Pieces.AnswerAsync(HttpContext, [.. desk.Live.Of(Meeting.Id), .. others])
            : LocalRedirect(View.Home + (back ?? Step.Path));
    }

    /// <summary>The page as it stands now, with what was refused beside its field; the plain message to a script.</summary>
    protected async Task<IActionResult> RefusedAsync()
    {
        var (field, message) = Faults.First();
        var status = field is Pen.Field or MeetingRuns.Field ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        Response.StatusCode = status;
        if (IsScript)
        {
            Response.Headers["X-Field"] = field;
            return Content(message, "text/plain; charset=utf-8");
        }

        await LoadAsync();
        return Page();
    }

    /// <summary>A region again, for the live page.</summary>
    protected PartialViewResult Region(string partial) => Partial($"~/Sets/Meetings/{partial}.cshtml", this);

    private string Device()
    {
        if (Request.Cookies[Cookie] is { } known && Tokens.IsToken(known))
        {
            return known;
        }

        var secret = Tokens.New();
        Response.Cookies.Append(Cookie, secret, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            Path = "/sets",
            MaxAge = TimeSpan.FromDays(400),
            IsEssential = true,
        });
        return secret;
    }
}
