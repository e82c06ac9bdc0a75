using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Paper;

/// <summary>
/// Answers that were given on paper, several at a time: for a person by name, and without any name where the activity is
/// anonymous. Only what the room may read can be entered; closed activities too, for paper comes late.
/// </summary>
public sealed class Entry(Db db, Writer writer, ActivityKinds kinds, WorkshopsLive live) : PageModel
{
    /// <summary>How many answers fit the form.</summary>
    public const int Rows = 5;

    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>The activity that is entered; null for the first that can be.</summary>
    [BindProperty(SupportsGet = true, Name = "activity")]
    public long? Chosen { get; set; }

    /// <summary>The workshop's title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The activities that can be entered.</summary>
    public IReadOnlyList<Activity> Activities { get; private set; } = [];

    /// <summary>The activity of the form, or null where none can be entered.</summary>
    public Activity? Activity { get; private set; }

    /// <summary>The fields of an answer.</summary>
    public IReadOnlyList<PaperField> Fields { get; private set; } = [];

    /// <summary>Everybody by name.</summary>
    public IReadOnlyList<RosterName> People { get; private set; } = [];

    /// <summary>What is wrong with a row, by its number.</summary>
    public Dictionary<int, string> Problems { get; } = [];

    /// <summary>The fields that are meant, as the form names them.</summary>
    public HashSet<string> Wrong { get; } = [];

    /// <summary>How many were just entered; null before.</summary>
    public int? Entered { get; private set; }

    /// <summary>Whether a name belongs to an answer.</summary>
    public bool HasNames => Activity?.NameMode is not NameMode.Anonymous;

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync(int? entered)
    {
        Entered = entered;
        return await LoadAsync() ?? Page();
    }

    /// <summary>Enters what the rows hold. Rows that can't be taken stay with their words; the others are taken.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        if (Activity is not { } activity)
        {
            return NotFound();
        }

        var by = (await HttpContext.ViewerAsync()).PersonId;
        var taken = new List<Answer>();
        for (var row = 0; row < Rows; row++)
        {
            if (IsEmpty(row))
            {
                TellName(row);
            }
            else if (await EnterAsync(activity, row, by) is { } answer)
            {
                taken.Add(answer);
            }
        }

        if (taken.Count > 0 && activity.State == ActivityState.Closed)
        {
            await writer.RunAsync(writes =>
            {
                Carried.Renew(writes, kinds, activity.Id);
                return true;
            });
        }

        foreach (var answer in taken)
        {
            kinds.Of(activity).Announce(activity, answer);
        }

        Entered = taken.Count;
        if (taken.Count > 0)
        {
            live.PeopleChanged(Workshop);
        }

        if (Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return RedirectToPage(new { Workshop, activity = activity.Id, entered = taken.Count });
    }

    /// <summary>What stands in a field of the form: what was typed in a row that could not be taken.</summary>
    public string Typed(int row, string field) => Problems.ContainsKey(row) ? Request.Form[$"{row}.{field}"].ToString() : "";

    /// <summary>A row's own id: the same sheet that is sent twice is the same answer.</summary>
    public string IdOf(int row) =>
        Request.HasFormContentType && Request.Form[$"{row}.id"].ToString() is var id && Tokens.IsToken(id) && (Entered is null || Problems.ContainsKey(row))
            ? id : Tokens.New();

    private bool IsEmpty(int row) => Fields.Where(field => field.Choices.Count != 1)
        .All(field => string.IsNullOrWhiteSpace(Request.Form[$"{row}.{field.Name}"]));

    /// <summary>A name alone is no answer, and is not dropped without a word.</summary>
    private void TellName(int row)
    {
        if (HasNames && Line.Clean(Request.Form[$"{row}.person"]) is { Length: > 0 } name)
        {
            Problems[row] = name.Length > 80 ? "No answer stands beside this name. Write it down, or empty the name."
                : $"No answer stands beside {name}. Write it down, or empty the name.";
            Wrong.UnionWith(new[] { "person", Fields[0].Name }.Select(field => FieldName(row, field)));
        }
    }

    /// <summary>Somebody as the list names them: with what tells two of a name apart where there are two.</summary>
    public string ListedAs(RosterName who) =>
        People.Count(one => IsSame(one.Name, who.Name)) > 1 ? $"{who.Name}, {who.Under}" : who.Name;

    private bool IsCalled(RosterName who, string typed) => IsSame(who.Name, typed) || IsSame(ListedAs(who), typed);

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private async Task<Answer?> EnterAsync(Activity activity, int row, long? by)
    {
        var name = Line.Clean(Request.Form[$"{row}.person"]);
        var who = People.Where(one => IsCalled(one, name)).Take(2).ToList();
        if (HasNames && who.Count != 1)
        {
            Problems[row] = name.Length == 0 ? "Whose answer is it? Choose a name."
                : who.Count == 0 ? $"There is no “{name}” in this workshop. Choose from the list."
                : $"More than one person is called {name}. Choose from the list, where each stands with their part of the organisation.";
            Wrong.Add(FieldName(row, "person"));
            return null;
        }

        var fields = new FormCollection(Fields.ToDictionary(field => field.Name, field => new StringValues(Request.Form[$"{row}.{field.Name}"].ToString())));
        var (answer, answered) = await writer.RunAsync(writes =>
        {
            var given = new Answer(IdOf(row), SeatOf(writes, who), null, fields) { EnteredBy = by }; // without a secret an anonymous sheet stands under its own id
            var told = kinds.Of(activity).Accept(writes, activity with { State = ActivityState.Open }, given);
            if (told.As == AnsweredAs.Taken)
            {
                AnsweredMarks.EnteredFor(writes, activity.Id, given);
                Audit.Note(writes, by, Workshop, "paper", "activity", activity.Id);
            }

            return (given, told);
        });
        if (answered.As == AnsweredAs.Taken)
        {
            return answer with { About = answered.About };
        }

        Wrong.UnionWith(answered.Others.Select(one => one.Field).Append(answered.Field).OfType<string>().Select(field => FieldName(row, field)));
        Problems[row] = string.Join(" ", answered.Others.Select(one => one.Message).Prepend(answered.Message).Distinct());
        return null;
    }

    private Seat SeatOf(Writes writes, List<RosterName> who) => HasNames
        ? new Seat
        {
            ParticipantId = Seats.ParticipantOf(writes, Workshop, who[0]),
            WorkshopId = Workshop,
            PersonId = who[0].PersonId,
            Name = who[0].Name,
            Role = who[0].Role,
            SetId = who[0].SetId,
        }
        : new Seat { ParticipantId = AnsweredMarks.Paper, WorkshopId = Workshop, Role = Activity!.Roles is [var role, ..] ? role : Role.Member };

    private async Task<IActionResult?> LoadAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!viewer.IsSignedIn)
        {
            return Challenge();
        }

        return await db.ReadAsync(reads =>
        {
            if (!Access.MayControl(viewer, reads, Workshop))
            {
                return false;
            }

            Title = reads.First<string>("SELECT title FROM workshop WHERE id = @Workshop", new { Workshop }) ?? "";
            var programme = reads.First<long>("SELECT programme_id FROM workshop WHERE id = @Workshop", new { Workshop });
            Activities = [.. Summary.SummaryView.Activities(reads, Workshop)
                .Where(one => kinds.Has(one.Kind) && kinds.Of(one).PaperFields(reads, one).Count > 0)];
            Activity = Activities.FirstOrDefault(one => one.Id == Chosen)
                ?? (Chosen is null ? Activities.FirstOrDefault(one => one.Act == ItemAct.Run) ?? (Activities is [.., var last] ? last : null) : null);
            Fields = Activity is null ? [] : kinds.Of(Activity).PaperFields(reads, Activity);
            People = [.. Roster.Everybody(reads, programme, Workshop).Where(one => Activity?.IsFor(one.Role) != false)];
            return true;
        }, HttpContext.RequestAborted) ? null : NotFound();
    }

    /// <summary>The value of a row's field in the form, e.g. 0.text.</summary>
    public static string FieldName(int row, string field) => string.Create(CultureInfo.InvariantCulture, $"{row}.{field}");
}
