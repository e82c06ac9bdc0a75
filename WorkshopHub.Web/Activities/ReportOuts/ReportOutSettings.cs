using System.Globalization;
using System.Text.Json;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Activities.ReportOuts;

/// <summary>The settings of a report-out.</summary>
public sealed record ReportOutSettings
{
    private static readonly Slide[] _report = [Slide.Problem, Slide.Tried, Slide.Happened, Slide.Learned, Slide.Next];

    private static readonly Slide[] _short = [Slide.Problem, Slide.Surprise, Slide.Stuck];

    /// <summary>Three slides for half-way (problem, surprise, stuck) in place of five.</summary>
    public bool IsShort { get; init; }

    /// <summary>Each member reports a problem of their own, in place of the set.</summary>
    public bool PerMember { get; init; }

    /// <summary>Minutes to tell.</summary>
    public int Tell { get; init; } = 8;

    /// <summary>Minutes for questions; 0 for none.</summary>
    public int Ask { get; init; } = 5;

    /// <summary>Minutes to write at the end of a turn; 0 for none.</summary>
    public int Write { get; init; } = 2;

    /// <summary>What others can use stands on the walls while they write; else only how many.</summary>
    public bool NotesOnWall { get; init; }

    /// <summary>The slides, in order.</summary>
    public IReadOnlyList<Slide> Slides => IsShort ? _short : _report;

    /// <summary>The step at which all slides stand together; the slides come before it.</summary>
    public int AllStep => Slides.Count;

    /// <summary>The last step of a turn.</summary>
    public int LastStep => AllStep + (Write > 0 ? 1 : 0);

    /// <summary>From stored JSON.</summary>
    public static ReportOutSettings Parse(string json) => JsonSerializer.Deserialize<Stored>(json) is { } stored
        ? new ReportOutSettings
        {
            IsShort = stored.Short ?? false,
            PerMember = stored.PerMember ?? false,
            Tell = stored.Tell ?? 8,
            Ask = stored.Ask ?? 5,
            Write = stored.Write ?? 2,
            NotesOnWall = stored.NotesOnWall ?? false,
        } : new ReportOutSettings();

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(IsShort, PerMember, Tell, Ask, Write, NotesOnWall));

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var settings = new ReportOutSettings
        {
            IsShort = form["report.form"].ToString() == "short",
            PerMember = form["report.per"].ToString() == "member",
            Tell = Minutes("report.tell", 1, 8),
            Ask = Minutes("report.ask", 0, 5),
            Write = Minutes("report.write", 0, 2),
            NotesOnWall = form["report.notesOnWall"].ToString() == "true",
        };
        return new SettingsForm(settings.ToJson(), problems);

        int Minutes(string field, int least, int otherwise)
        {
            var typed = form[field].ToString().Trim();
            if (typed.Length == 0)
            {
                return otherwise;
            }

            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes >= least && minutes <= 60)
            {
                return minutes;
            }

            problems[field] = $"Whole minutes, from {least} to 60.";
            return otherwise;
        }
    }

    private sealed record Stored(bool? Short, bool? PerMember, int? Tell, int? Ask, int? Write, bool? NotesOnWall);
}
