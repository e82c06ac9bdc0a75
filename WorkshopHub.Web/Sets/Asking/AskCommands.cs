using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Web.Sets.Asking;

/// <summary>Asks, answers and takes back. The page has asked whether somebody is of the set; whose a question is stands in the command.</summary>
public static class AskCommands
{
    /// <summary>Characters of a question, as of every post.</summary>
    public const int TextMax = 280;

    /// <summary>Characters of an answer.</summary>
    public const int AnswerMax = 600;

    /// <summary>A member asks. The same id with the same words is the same question; false where other words stand under it.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="set">The set whose member asks.</param>
    /// <param name="form">As typed.</param>
    /// <param name="by">Who asks.</param>
    /// <exception cref="RefusedException">Something is missing or too long, or nobody of the programme is asked.</exception>
    public static bool Ask(Writes writes, long set, AskForm form, long by)
    {
        if (!Tokens.IsToken(form.Key))
        {
            throw new RefusedException("Form.Text", "This page is too old. Load it again; your words are kept.");
        }

        var text = Fitting("Form.Text", form.Text, TextMax, "What do you want to know?");
        var (toSet, toPerson) = form.Whom?.Split('-') switch
        {
            ["set", var id] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var one) => (one, (long?)null),
            ["person", var id] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var one) => ((long?)null, one),
            _ => default((long?, long?)),
        };
        if (!Whom.Of(writes, set, by).Any(one => one.Key == form.Whom))
        {
            throw new RefusedException("Form.Whom", "Choose a set or a person.");
        }

        return SetAsk.Find(writes, form.Key) is { } there ? there.SetId == set && there.AskedBy == by && there.Text == text : writes.Execute(
            """
            INSERT INTO set_ask (id, set_id, asked_by, to_set, to_person, text, asked_at) VALUES (@Key, @set, @by, @toSet, @toPerson, @text, @Now)
            ON CONFLICT DO NOTHING
            """, new { form.Key, set, by, toSet, toPerson, text, writes.Now }) == 1;
    }

    /// <summary>Who is asked answers, or puts other words. False where somebody else of the set did so since the form was shown.</summary>
    /// <exception cref="RefusedException">Nothing is said, or it is too long.</exception>
    public static bool Answer(Writes writes, SetAsk ask, long version, string? typed, long by)
    {
        var answer = Fitting("Answer", typed, AnswerMax, "What do you know of it? “We don’t know either” is an answer.");
        return SetAsk.Find(writes, ask.Id) is { } now && (now.Answer == answer || writes.Execute(
            """
            UPDATE set_ask SET answer = @answer, answered_by = @by, answered_at = @Now, version = version + 1
            WHERE id = @Id AND version = @version AND back_at IS NULL
            """, new { ask.Id, version, answer, by, writes.Now }) == 1);
    }

    /// <summary>Who asked takes it back, with what was answered. False where it is somebody else's, or is gone.</summary>
    public static bool TakeBack(Writes writes, long set, string? id, long by) => writes.Execute(
        "UPDATE set_ask SET back_at = @Now, version = version + 1 WHERE id = @id AND set_id = @set AND asked_by = @by AND back_at IS NULL",
        new { id, set, by, writes.Now }) == 1;

    private static string Fitting(string field, string? typed, int most, string missing)
    {
        var text = SheetForm.Lines(typed);
        var over = new StringInfo(text).LengthInTextElements - most;
        return text.Length == 0 ? throw new RefusedException(field, missing) : over > 0 ? throw new RefusedException(field, $"{over} too many. Trim a little.") : text;
    }
}

/// <summary>A question as typed.</summary>
public sealed class AskForm
{
    /// <summary>The id, made with the form.</summary>
    public string Key { get; set; } = Tokens.New();

    /// <summary>The key of a <see cref="Asking.Whom"/>.</summary>
    public string? Whom { get; set; }

    /// <summary>The question.</summary>
    public string? Text { get; set; }
}

/// <summary>A set or a person that may be asked.</summary>
/// <param name="Key">set-3 or person-17.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">What a person is in the programme; empty for a set.</param>
public sealed record Whom(string Key, string Name, string Role)
{
    /// <summary>The other sets of a set's programme, then everybody who has a part in it and is not of the set.</summary>
    public static IReadOnlyList<Whom> Of(Reads reads, long set, long me) => [.. reads.Query<(string Key, string Name, string Role)>(
        """
        WITH here AS (SELECT programme_id FROM sets WHERE id = @set),
        parts AS (
          SELECT r.person_id, lower(r.role) AS role FROM role_assignment r JOIN here ON here.programme_id = r.programme_id
          UNION ALL SELECT m.person_id, 'member of ' || s.name FROM membership m JOIN sets s ON s.id = m.set_id JOIN here ON here.programme_id = s.programme_id WHERE m.left_at IS NULL
          UNION ALL SELECT m.supervisor_id, 'supervisor' FROM membership m JOIN sets s ON s.id = m.set_id JOIN here ON here.programme_id = s.programme_id
            WHERE m.left_at IS NULL AND m.supervisor_id IS NOT NULL
          UNION ALL SELECT b.client_id, 'client' FROM problem b JOIN here ON here.programme_id = b.programme_id WHERE b.client_id IS NOT NULL)
        SELECT "Key", Name, Role FROM (
          SELECT 'set-' || s.id AS "Key", s.name AS Name, '' AS Role, 0 AS Kind, s.position AS Place FROM sets s JOIN here ON here.programme_id = s.programme_id WHERE s.id <> @set
          UNION ALL
          SELECT 'person-' || p.id, p.name, min(x.role), 1, 0 FROM parts x JOIN person p ON p.id = x.person_id
          WHERE p.id <> @me AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.set_id = @set AND m.person_id = p.id AND m.left_at IS NULL)
          GROUP BY p.id)
        ORDER BY Kind, Place, Name
        """, new { set, me }).Select(one => new Whom(one.Key, one.Name, one.Role))];
}
