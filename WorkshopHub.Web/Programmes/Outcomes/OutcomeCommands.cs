using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>Writes outcomes and what was answered to them.</summary>
public static class OutcomeCommands
{
    /// <summary>What is said of a day that is none.</summary>
    public const string NoDate = "A date, please, for example 2026-10-31.";

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
        Check(slides, ask);
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

    private static void Check(IReadOnlyList<SlideText> slides, Ask? ask)
    {
        var wrong = new Refusals();
        foreach (var slide in slides)
        {
            var text = Slides.Clean(slide.Text);
            wrong.If(text.Split('\n').Length > Slides.LinesMax, slide.Slide.ToString(), $"At most {Slides.LinesMax} lines fit on a wall.");
            wrong.If(Slides.Count(text) > Slides.TextMax, slide.Slide.ToString(), $"{Slides.Count(text)} characters. {Slides.TextMax} fit on a wall.");
            Longest(wrong, $"{slide.Slide}.Note", slide.Note, NoteMax);
        }

        if (ask is not null)
        {
            Longest(wrong, "Asked", ask.What, AskMax);
            Longest(wrong, "AskedWith", ask.With, NameMax);
            wrong.If(!IsDate(ask.By), "AskedBy", NoDate);
        }

        wrong.Throw();
    }

    /// <summary>Answers an outcome, or changes the answer.</summary>
    /// <exception cref="RefusedException">A field is wrong: Text, NextStep, Owner or Due.</exception>
    public static void Answer(Writes writes, OutcomeAnswer answer)
    {
        Check(writes, answer);
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

    /// <summary>Refuses an answer that can't be kept; where nothing is decided yet, what else is wrong with it.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="isDecided">Whether a decision was chosen: what it asks for counts then too.</param>
    /// <exception cref="RefusedException">A field is wrong: Text, NextStep, Owner or Due.</exception>
    public static void Check(Writes writes, OutcomeAnswer answer, bool isDecided = true)
    {
        var (wrong, decision, isMute) = (new Refusals(), isDecided ? answer.Decision : (Decision?)null, Slides.Clean(answer.Text).Length == 0);
        Longest(wrong, "Text", answer.Text, AskMax);
        Longest(wrong, "NextStep", answer.NextStep, AskMax);
        Longest(wrong, "Owner", answer.Owner, NameMax);
        wrong.If(!IsDate(answer.Due), "Due", NoDate);
        wrong.If(
            LocalDay.Read(NullIfEmpty(answer.Due)) is { } due && due < LocalDay.Today(writes, Utc.Parse(writes.Now)), "Due", "That day is over. Choose today or a day to come.");
        wrong.If(decision == Decision.Stop && isMute, "Text", "A stop needs its reason, in a sentence.");
        wrong.If(decision == Decision.Other && isMute, "Text", "Say it in your words: what do you decide?");
        wrong.If(
            decision == Decision.Later && string.IsNullOrWhiteSpace(answer.Due) && isMute, "Due", "Not yet: by which day do you decide it? Or say in your words what it waits for.");
        wrong.Throw();
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
        || LocalDay.Read(typed) is not null;

    internal static void Longest(Refusals wrong, string field, string? text, int most)
    {
        var count = Slides.Count(Slides.Clean(text));
        wrong.If(count > most, field, $"{count} characters. Keep it to {most}.");
    }
}

/// <summary>The decision that is asked for, as typed.</summary>
/// <param name="What">What is asked.</param>
/// <param name="By">Local date by when.</param>
/// <param name="With">With whom.</param>
public sealed record Ask(string? What, string? By, string? With);
