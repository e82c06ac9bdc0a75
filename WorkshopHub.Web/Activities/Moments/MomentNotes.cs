using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Moments;

/// <summary>What one member notes on the problems while they are presented. Nobody else ever reads it.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Up">The problem that is up, or null.</param>
/// <param name="Problems">The problems that were up so far, the one that is up first; each with the own note.</param>
/// <param name="Known">Whether the phone is known to be in the hands of its person.</param>
public sealed record MomentNotes(Activity Activity, ProblemRow? Up, IReadOnlyList<(ProblemRow Problem, string Text)> Problems, bool Known)
{
    /// <summary>The most characters of a note.</summary>
    public const int Longest = 600;

    private const string Unknown = "Private notes need a known person. Ask your advisor or the facilitator to let you in.";

    /// <summary>A member's notes; null where there are no problems to note something on, or it is no member's phone.</summary>
    public static MomentNotes? For(Reads reads, Activity activity, Seat seat)
    {
        if (seat is not { Role: Role.Member, PersonId: { } person } || MomentSettings.Parse(activity.Settings) is not { HasCards: true, Shows: MomentShows.Problems })
        {
            return null;
        }

        var now = MomentNow.Read(reads, activity);
        var known = seat.Assurance >= Assurance.Vouched;
        var texts = known ? Rows(reads, person).ToDictionary(row => row.ProblemId, row => row.Text) : [];
        var shown = now.Cards.Take(now.At + 1).Select(card => card.Problem).OfType<ProblemRow>().Reverse()
            .Concat(now.Cards.Select(card => card.Problem).OfType<ProblemRow>().Where(problem => texts.ContainsKey(problem.Id))).DistinctBy(problem => problem.Id);
        return new MomentNotes(activity, now.Card.Problem, [.. shown.Select(problem => (problem, texts.GetValueOrDefault(problem.Id, "")))], known);
    }

    /// <summary>Keeps a note, or takes it away where nothing is left of it.</summary>
    public static Answered Take(Writes writes, Activity activity, Answer answer)
    {
        var field = answer.Fields["do"].ToString();
        if (!field.StartsWith("note.", StringComparison.Ordinal)
            || !long.TryParse(field["note.".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || MomentSettings.Parse(activity.Settings) is not { HasCards: true, Shows: MomentShows.Problems }
            || MomentNow.Read(writes, activity).Cards.All(card => card.Problem?.Id != id))
        {
            return Answered.Refused("There is nothing to send here just now.");
        }

        if (answer.Seat is not { Role: Role.Member, PersonId: { } person } || answer.EnteredBy is not null)
        {
            return Answered.Refused("Members note what they think; nobody else can for them.");
        }

        if (answer.Seat.Assurance < Assurance.Vouched)
        {
            return Answered.Refused(Unknown);
        }

        var text = string.Join('\n', answer.Fields[field].ToString().ReplaceLineEndings("\n").Split('\n').Select(Line.Clean)).Trim();
        if (new StringInfo(text).LengthInTextElements is var length && length > Longest)
        {
            return Answered.Invalid(field, $"{length - Longest} characters too many. Trim a little.");
        }

        writes.Execute(text.Length == 0
            ? "DELETE FROM problem_note WHERE problem_id = @id AND person_id = @person"
            : """
            INSERT INTO problem_note (problem_id, person_id, text, at) VALUES (@id, @person, @text, @Now)
            ON CONFLICT (problem_id, person_id) DO UPDATE SET text = excluded.text, at = excluded.at
            """, new { id, person, text, writes.Now });
        return Answered.Taken;
    }

    /// <summary>A person's notes on the problems of an activity, for that person alone.</summary>
    public static IReadOnlyList<Said> Of(Reads reads, Activity activity, long person)
    {
        var titles = MomentNow.Read(reads, activity).Cards.Select(card => card.Problem).OfType<ProblemRow>().ToDictionary(one => one.Id, one => one.Title);
        return [.. Rows(reads, person).Where(row => titles.ContainsKey(row.ProblemId))
            .Select(row => new Said("My note", $"{titles[row.ProblemId]}: {row.Text}", At: row.At))];
    }

    private static IReadOnlyList<NoteRow> Rows(Reads reads, long person) => reads.Query<NoteRow>(
        "SELECT problem_id, text, at FROM problem_note WHERE person_id = @person ORDER BY at", new { person });

    private sealed record NoteRow
    {
        public long ProblemId { get; init; }

        public string Text { get; init; } = "";

        public string At { get; init; } = "";
    }
}
