using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>Writes outcomes and what was answered to them.</summary>
public static class OutcomeCommands
{
    /// <summary>Characters of a note to oneself on a slide.</summary>
    public const int NoteMax = 280;

    /// <summary>Characters of what is asked, of an answer and of a next step.</summary>
    public const int AskMax = 200;

    /// <summary>Characters of a name.</summary>
    public const int NameMax = 80;

    /// <summary>The outcome of a set (or a member of it) at a workshop; an empty one where there was none.</summary>
    public static long Ensure(Writes writes, long workshop, long set, long? person) =>
        Outcome.Find(writes, workshop, set, person)?.Id ?? writes.Insert(
            """
            INSERT INTO outcome (workshop_id, set_id, person_id, created_at, changed_at)
            VALUES (@workshop, @set, @person, @Now, @Now)
            """,
            new { workshop, set, person, writes.Now });

    /// <summary>
    /// Writes slides and what is asked. False where somebody else has written since the form was shown.
    /// </summary>
    /// <param name="writes">The command.</param>
    /// <param name="id">The outcome.</param>
    /// <param name="version">The version that the form was shown.</param>
    /// <param name="slides">The slides of the form.</param>
    /// <param name="ask">What is asked; null leaves it.</param>
    /// <param name="by">Who writes.</param>
    /// <exception cref="RefusedException">A field is wrong; named for its slide, or Asked, AskedBy, AskedWith.</exception>
    public static bool Write(Writes writes, long id, long version, IReadOnlyList<SlideText> slides, Ask? ask, long? by)
    {
        foreach (var slide in slides)
        {
            var text = Slides.Clean(slide.Text);
            if (Slides.Count(text) > Slides.TextMax || text.Split('\n').Length > Slides.LinesMax)
            {
                throw new RefusedException(slide.Slide.ToString(), text.Split('\n').Length > Slides.LinesMax
                    ? $"At most {Slides.LinesMax} lines fit on a wall." : $"{Slides.Count(text)} characters. {Slides.TextMax} fit on a wall.");
            }

            Longest($"{slide.Slide}.Note", slide.Note, NoteMax);
        }

        if (ask is not null)
        {
            Longest("Asked", ask.What, AskMax);
            Longest("AskedWith", ask.With, NameMax);
            if (!IsDate(ask.By))
            {
                throw new RefusedException("AskedBy", "A date, please, for example 2026-10-31.");
            }
        }

        if (writes.Execute(
            """
            UPDATE outcome SET version = version + 1, changed_at = @Now, changed_by = @by WHERE id = @id AND version = @version
            """,
            new { id, version, by, writes.Now }) == 0)
        {
            return false;
        }

        foreach (var slide in slides)
        {
            writes.Execute(
                """
                INSERT INTO outcome_slide (outcome_id, slide, text, note) VALUES (@id, @slide, @text, @note)
                ON CONFLICT (outcome_id, slide) DO UPDATE SET text = excluded.text, note = excluded.note
                """,
                new { id, slide = slide.Slide.ToString(), text = Slides.Clean(slide.Text), note = Slides.Clean(slide.Note) });
        }

        if (ask is not null)
        {
            writes.Execute(
                "UPDATE outcome SET asked = @what, asked_by = @when, asked_with = @with WHERE id = @id",
                new { id, what = Slides.Clean(ask.What), when = NullIfEmpty(ask.By), with = Line.Clean(ask.With) });
        }

        return true;
    }

    /// <summary>Answers an outcome, or changes the answer.</summary>
    /// <exception cref="RefusedException">A field is wrong: Text, NextStep, Owner or Due.</exception>
    public static void Answer(Writes writes, OutcomeAnswer answer)
    {
        Longest("Text", answer.Text, AskMax);
        Longest("NextStep", answer.NextStep, AskMax);
        Longest("Owner", answer.Owner, NameMax);
        if (!IsDate(answer.Due))
        {
            throw new RefusedException("Due", "A date, please, for example 2026-10-31.");
        }

        if (LocalDay.Read(NullIfEmpty(answer.Due)) is { } due && due < LocalDay.Today(writes, Utc.Parse(writes.Now)))
        {
            throw new RefusedException("Due", "That day is over. Choose today or a day to come.");
        }

        if (answer.Decision == Decision.Stop && Slides.Clean(answer.Text).Length == 0)
        {
            throw new RefusedException("Text", "A stop needs its reason, in a sentence.");
        }

        if (answer.Decision == Decision.Other && Slides.Clean(answer.Text).Length == 0)
        {
            throw new RefusedException("Text", "Say it in your words: what do you decide?");
        }

        if (answer.Decision == Decision.Later && string.IsNullOrWhiteSpace(answer.Due) && Slides.Clean(answer.Text).Length == 0)
        {
            throw new RefusedException("Due", "Not yet: by which day do you decide it? Or say in your words what it waits for.");
        }

        writes.Execute(
            """
            INSERT INTO outcome_answer (outcome_id, decision, text, next_step, owner, due, by, at)
            VALUES (@OutcomeId, @decision, @text, @step, @owner, @due, @By, @Now)
            ON CONFLICT (outcome_id) DO UPDATE SET decision = excluded.decision, text = excluded.text, next_step = excluded.next_step,
              owner = excluded.owner, due = excluded.due, by = excluded.by, at = excluded.at, version = version + 1
            """,
            new
            {
                answer.OutcomeId,
                decision = answer.Decision.ToString(),
                text = Slides.Clean(answer.Text),
                step = Line.Clean(answer.NextStep),
                owner = Line.Clean(answer.Owner),
                due = NullIfEmpty(answer.Due),
                answer.By,
                writes.Now,
            });
    }

    /// <summary>Answers by a form that was shown a version of the answer (0: there was none). False where it stands otherwise by now.</summary>
    /// <exception cref="RefusedException">A field is wrong: Text, NextStep, Owner or Due.</exception>
    public static bool AnswerSeen(Writes writes, OutcomeAnswer answer, long version)
    {
        if ((writes.First<long?>("SELECT version FROM outcome_answer WHERE outcome_id = @OutcomeId", answer) ?? 0) != version)
        {
            return false;
        }

        Answer(writes, answer);
        return true;
    }

    /// <summary>In a copy that is played with: takes out the notes that only a set reads, and all that has not been presented yet.</summary>
    public static void Forget(Writes writes) => writes.Execute(
        """
        UPDATE outcome_slide SET note = '',
          text = iif(outcome_id IN (SELECT outcome_id FROM report_turn WHERE tell_at IS NOT NULL), text, '')
        """);

    internal static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static bool IsDate(string? text) => NullIfEmpty(text) is not { } typed
        || DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    internal static void Longest(string field, string? text, int most)
    {
        var count = Slides.Count(Slides.Clean(text));
        if (count > most)
        {
            throw new RefusedException(field, $"{count} characters. Keep it to {most}.");
        }
    }
}

/// <summary>The decision that is asked for, as typed.</summary>
/// <param name="What">What is asked.</param>
/// <param name="By">Local date by when.</param>
/// <param name="With">With whom.</param>
public sealed record Ask(string? What, string? By, string? With);
