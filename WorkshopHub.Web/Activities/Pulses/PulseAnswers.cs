using System.Globalization;
using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Pulses;

/// <summary>Takes answers to statements. Nothing of who answers is stored beside them.</summary>
public static class PulseAnswers
{
    /// <summary>Takes a sheet, or the same sheet changed by the phone that holds its secret.</summary>
    public static Answered Accept(Writes writes, Activity activity, Answer answer)
    {
        var (values, problem) = Read(activity, answer.Fields);
        if (!Tokens.IsToken(answer.Id))
        {
            return Answered.Invalid("pulse", "This page is out of date. Load it again.");
        }

        // Without scripts there is no secret; then the sheet stands under its own id, which the same form sends twice.
        var sheet = new { activity = activity.Id, hash = Tokens.Hash(Tokens.IsToken(answer.Secret) ? answer.Secret! : answer.Id) };
        var before = writes.Query<Stored>(
            "SELECT statement, value FROM pulse_answer WHERE activity_id = @activity AND secret_hash = @hash", sheet)
            .ToDictionary(row => row.Statement, row => row.Value, StringComparer.Ordinal);
        if (problem is null && before.Count == values.Count && before.All(row => values.GetValueOrDefault(row.Key) == row.Value))
        {
            return Answered.Taken;
        }

        var refused = problem ?? (
            activity.State != ActivityState.Open ? Answered.Closed("This closed before your answers arrived. They were not counted.")
            : answer.EnteredBy is not null ? null
            : !activity.IsFor(answer.Seat.Role) ? Answered.Refused("This one is for others in the room.")
            : before.Count == 0 && AnsweredMarks.Of(writes, activity.Id, answer.Seat.ParticipantId) > 0
                ? Answered.Refused("You have answered already. Only the phone that sent it can change it.")
            : null);
        if (refused is not null)
        {
            return refused;
        }

        writes.Execute("DELETE FROM pulse_answer WHERE activity_id = @activity AND secret_hash = @hash", sheet);
        writes.Execute(
            """
            INSERT INTO pulse_answer (activity_id, secret_hash, statement, value)
            SELECT @activity, @hash, key, value FROM json_each(@values)
            """,
            new { sheet.activity, sheet.hash, values = JsonSerializer.Serialize(values) });
        if (before.Count == 0)
        {
            AnsweredMarks.Add(writes, activity.Id, answer.Seat.ParticipantId);
        }

        return Answered.Taken;
    }

    private static (Dictionary<string, long> Values, Answered? Problem) Read(Activity activity, IFormCollection fields)
    {
        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var statement in PulseSettings.Parse(activity.Settings).Statements)
        {
            var typed = fields[statement.Field].ToString();
            if (typed.Length == 0)
            {
                continue; // skipped
            }

            if (!long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1 or > 5)
            {
                return (values, Answered.Invalid(statement.Field, "Choose a number from 1 to 5."));
            }

            values[statement.Key] = value;
        }

        return (values, values.Count == 0 ? Answered.Invalid("pulse", "Choose a number for at least one statement.") : null);
    }

    private sealed record Stored
    {
        public string Statement { get; init; } = "";

        public long Value { get; init; }
    }
}
