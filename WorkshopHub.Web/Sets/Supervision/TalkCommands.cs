using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Sets.Supervision;

/// <summary>Writes talks. Whoever calls has checked that the writer is one of the two; each answers false where it reads otherwise by now.</summary>
public static class TalkCommands
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextMax = 600;

    private const string FarAhead = "That is more than a year ahead. Is the year right?";

    /// <summary>Dates the next talk, or dates it anew.</summary>
    /// <exception cref="RefusedException">A field is wrong: Plan.Date, Plan.Starts or Plan.Place.</exception>
    public static bool Plan(Writes writes, Consent member, PlanForm typed, DateOnly today, long by)
    {
        var (wrong, read) = (new Refusals(), LocalDay.Read(typed.Date));
        wrong.If(read is null, "Plan.Date", "On which day do you meet?");
        wrong.If(read < today, "Plan.Date", "That day is over. If you met, write down what you agreed.");
        wrong.If(read > today.AddYears(1), "Plan.Date", FarAhead);
        var starts = string.IsNullOrWhiteSpace(typed.Starts) ? null : typed.Starts.Trim();
        wrong.If(starts is not null && !TimeOnly.TryParseExact(starts, "HH:mm", out _), "Plan.Starts", "A time, for example 09:00, or nothing.");
        var place = wrong.Of(() => Typed.Lines("Plan.Place", typed.Place, 80), "");
        wrong.Throw();
        var day = read!.Value;
        var next = Next(writes, member);
        if ((next?.Version ?? 0) != typed.Version || member.SupervisorId is not { } supervisor)
        {
            return false;
        }

        if (next is null)
        {
            Insert(writes, member, supervisor, LocalDay.Text(day), starts, place, by);
        }
        else
        {
            writes.Execute(
                """
                UPDATE supervisor_talk SET date = @day, starts = @starts, place = @place, version = version + 1, changed_at = @Now, changed_by = @by WHERE id = @Id
                """,
                new { next.Id, day = LocalDay.Text(day), starts, place, by, writes.Now });
        }

        return true;
    }

    /// <summary>The member writes what the supervisor should know before the next talk.</summary>
    /// <exception cref="RefusedException">It is too long (Word).</exception>
    public static bool Say(Writes writes, Consent member, long version, string? word, long by)
    {
        var words = Typed.Lines("Word", word, TextMax);
        return Next(writes, member) is { } next && next.Version == version && writes.Execute(
            """
            UPDATE supervisor_talk SET word = @words, word_at = iif(@words = '', NULL, @Now), version = version + 1, changed_at = @Now, changed_by = @by WHERE id = @Id
            """,
            new { next.Id, words, by, writes.Now }) == 1;
    }

    /// <summary>One of the two writes what was agreed, or writes it otherwise; the other one is to say yes.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="member">Whose talk it is.</param>
    /// <param name="talk">The talk; 0 for one that was not planned.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="sure">The day of the next talk may be as far off as it is.</param>
    /// <param name="today">Today.</param>
    /// <param name="by">Who writes.</param>
    /// <exception cref="RefusedException">A field is wrong, named as in the form.</exception>
    public static bool Write(Writes writes, Consent member, long talk, RecordForm typed, bool sure, DateOnly today, long by)
    {
        var wrong = new Refusals();
        var progress = wrong.Of(() => Typed.Lines("Record.Progress", typed.Progress, TextMax, "How far is it? A sentence or two."), "");
        var agreed = wrong.Of(() => Typed.Lines("Record.AgreedNext", typed.AgreedNext, TextMax, "What does each of you do next?"), "");
        var day = wrong.Of(() => Typed.Past("Record.Date", typed.Date, today), today);
        var next = LocalDay.Read(typed.NextDate);
        wrong.If(next is null && !string.IsNullOrWhiteSpace(typed.NextDate), "Record.NextDate", "A date, please, for example 2026-10-31.");
        wrong.If(next <= day, "Record.NextDate", "The next talk comes after this one.");
        wrong.If(next > today.AddYears(1), "Record.NextDate", FarAhead);
        var days = (next ?? day).DayNumber - day.DayNumber;
        wrong.If(
            member.IsOwn && !sure && days > Talk.MostDays, "Record.NextDate",
            $"That is {days} days away. At most four weeks: {LocalDay.WithWeekday(Latest(day))}.");
        wrong.Throw();
        var there = talk == 0 ? null : Find(writes, member, talk);
        if ((there?.Version ?? 0) != typed.Version || there?.StandsAt is not null || member.SupervisorId is not { } supervisor)
        {
            return false;
        }

        var values = new
        {
            there?.Id,
            member.ProgrammeId,
            member.PersonId,
            supervisor,
            date = LocalDay.Text(day),
            progress,
            agreed,
            next = next is { } on ? LocalDay.Text(on) : null,
            by,
            writes.Now,
        };
        writes.Execute(
            there is null
                ? """
                  INSERT INTO supervisor_talk (programme_id, person_id, supervisor_id, date, progress, agreed_next, next_date, written_by, written_at,
                    created_at, created_by, changed_at, changed_by)
                  VALUES (@ProgrammeId, @PersonId, @supervisor, @date, @progress, @agreed, @next, @by, @Now, @Now, @by, @Now, @by)
                  """
                : """
                  UPDATE supervisor_talk SET date = @date, progress = @progress, agreed_next = @agreed, next_date = @next, written_by = @by, written_at = @Now,
                    version = version + 1, changed_at = @Now, changed_by = @by
                  WHERE id = @Id
                  """,
            values);
        return true;
    }

    /// <summary>The other one says yes: it stands, and the next talk is dated.</summary>
    public static bool Yes(Writes writes, Consent member, long talk, long version, long by)
    {
        if (Find(writes, member, talk) is not { } there || there.Version != version || !there.WaitsFor(by))
        {
            return false;
        }

        writes.Execute(
            "UPDATE supervisor_talk SET stands_at = @Now, version = version + 1, changed_at = @Now, changed_by = @by WHERE id = @talk", new { talk, by, writes.Now });
        if (there.NextDate is { } next && member.SupervisorId is { } supervisor && Next(writes, member) is null)
        {
            Insert(writes, member, supervisor, next, there.Starts, there.Place, by);
        }

        return true;
    }

    /// <summary>One of the two says whether they did what was agreed.</summary>
    public static bool Did(Writes writes, Consent member, long talk, bool yes, long by) => Find(writes, member, talk) is { StandsAt: not null } && writes.Execute(
        by == member.PersonId ? "UPDATE supervisor_talk SET member_did = @did, version = version + 1 WHERE id = @talk"
            : "UPDATE supervisor_talk SET supervisor_did = @did, version = version + 1 WHERE id = @talk",
        new { talk, did = yes ? "Yes" : "NotYet" }) == 1;

    /// <summary>In a copy that is played with: takes all talks out.</summary>
    public static void Forget(Writes writes) => writes.Execute("DELETE FROM supervisor_talk");

    /// <summary>The last working day within four weeks.</summary>
    public static DateOnly Latest(DateOnly from)
    {
        var day = from.AddDays(Talk.MostDays);
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(-2), _ => day };
    }

    /// <summary>The talk that is planned with the supervisor as of now, or null.</summary>
    public static Talk? Next(Reads reads, Consent member) =>
        Talk.Of(reads, member.ProgrammeId, member.PersonId, member.SupervisorId).FirstOrDefault(one => one.IsPlanned && one.SupervisorId == member.SupervisorId);

    private static Talk? Find(Reads reads, Consent member, long id) => member.SupervisorId is null ? null
        : Talk.Of(reads, member.ProgrammeId, member.PersonId, member.SupervisorId).FirstOrDefault(one => one.Id == id);

    private static long Insert(Writes writes, Consent member, long supervisor, string date, string? starts, string place, long by) => writes.Insert(
        """
        INSERT INTO supervisor_talk (programme_id, person_id, supervisor_id, date, starts, place, created_at, created_by, changed_at, changed_by)
        VALUES (@ProgrammeId, @PersonId, @supervisor, @date, @starts, @place, @Now, @by, @Now, @by)
        """,
        new { member.ProgrammeId, member.PersonId, supervisor, date, starts, place, by, writes.Now });
}
