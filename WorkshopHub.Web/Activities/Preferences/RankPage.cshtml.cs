using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Preferences;

/// <summary>
/// Where a member ranks the sponsor's problems before the kick-off, alone: each set selects an issue in which its members feel a
/// vested interest. The ranks stand where those of the room stand; there the member finds them and may still change them.
/// </summary>
public sealed class RankPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Which ranks of one's own the form was shown with.</summary>
    [BindProperty]
    public string? Mark { get; set; }

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>The programme.</summary>
    public ProgrammeRow Programme { get; private set; } = null!;

    /// <summary>The ranking of the kick-off; null where none is planned yet.</summary>
    public Activity? Activity { get; private set; }

    /// <summary>What is on offer.</summary>
    public IReadOnlyList<ProblemRow> Problems { get; private set; } = [];

    /// <summary>The viewer's own ranks.</summary>
    public IReadOnlyList<RankRow> Own { get; private set; } = [];

    /// <summary>The day of the kick-off, e.g. 10 March; null where none is planned.</summary>
    public string? KickOff { get; private set; }

    /// <summary>Whether it can be ranked here: before the room does.</summary>
    public bool IsOpen => Activity is { State: ActivityState.Draft } && Problems.Count > 0 && !Programme.IsClosed;

    /// <summary>How many places there are.</summary>
    public int Places => Math.Min(Settings.Most, Problems.Count);

    /// <summary>How many are asked for.</summary>
    public int Least => Math.Min(Settings.Least, Problems.Count);

    private PreferenceSettings Settings => PreferenceSettings.Parse(Activity?.Settings ?? "{}");

    /// <summary>What stands in a field: as typed, else as kept.</summary>
    public string Value(string field, string? kept) => Request.HasFormContentType ? Request.Form[field].ToString() : kept ?? "";

    /// <summary>The own rank at a place, or null.</summary>
    public RankRow? At(int place) => Own.FirstOrDefault(rank => rank.Rank == place);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync() => await Db.ReadAsync(Load) ? Page() : NotFound();

    /// <summary>Keeps the ranks in place of those given before.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (seen, there, changed) = (Mark, false, false);
        if (!await Db.ReadAsync(Load))
        {
            return NotFound();
        }

        if (!await TryAsync(writes =>
        {
            there = Load(writes);
            if (!there || (changed = seen != Mark))
            {
                return;
            }

            if (!IsOpen)
            {
                throw new RefusedException(Ranking.Field("choice", 1), "The ranking has begun in the room. Rank there, on your phone.");
            }

            if (Ranking.Keep(writes, Activity!, Me, Request.Form, paper: false) is { As: AnsweredAs.Invalid } wrong)
            {
                var all = new Refusals();
                foreach (var (field, message) in wrong.Others.Prepend((wrong.Field!, wrong.Message)))
                {
                    all.If(true, field, message);
                }

                all.Throw();
            }
        }))
        {
            ModelState.Clear();
            return Again();
        }

        if (!there)
        {
            return NotFound();
        }

        if (!changed)
        {
            Told = "Your ranking is in. You can change it here until the kick-off, and there until the ranking closes.";
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/programmes/{Id}/rank"));
        }

        ModelState.Clear();
        Faults[Ranking.Field("choice", 1)] = $"You have ranked on another device meanwhile: {string.Join(", ", Own.Select(rank => TitleOf(rank.ProblemId)))}. Send yours once more if it should stand.";
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => ProgrammeRow.Find(reads, Id) is { IsArchived: true };

    /// <summary>A problem's title.</summary>
    public string TitleOf(long problem) => Problems.FirstOrDefault(one => one.Id == problem)?.Title ?? "a problem that is offered no longer";

    private bool Load(Reads reads)
    {
        if (ProgrammeRow.Find(reads, Id) is not { Format: "CommonProblem" } programme
            || !RoleNow.InProgramme(reads, Id, Me).Any(one => one.Role == Role.Member && AccessTable.Writes(Artefact.Ranks, one.Role) == Extent.Own))
        {
            return false;
        }

        Programme = programme;
        Activity = OwnRanks.ActivityOf(reads, Id) is { } activity ? Activities.Activity.Find(reads, activity) : null;
        Problems = ProblemRow.Offered(reads, Id);
        Own = Activity is null ? [] : RankRow.By(reads, Activity.Id, Me);
        KickOff = reads.First<string>("SELECT date FROM workshop WHERE programme_id = @Id AND kind = 'KickOff' ORDER BY id LIMIT 1", new { Id }) is { } day
            ? LocalDay.WithMonth(LocalDay.Parse(day)) : null;
        Mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Own.Select(rank => $"{rank.ProblemId}:{rank.Why}")))))[..10];
        return true;
    }
}
