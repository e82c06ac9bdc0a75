using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>What is now and what comes next, with the times that a wall shows.</summary>
/// <param name="Now">What is now.</param>
/// <param name="Next">What comes next.</param>
public sealed record StageAgenda(StageItem? Now, StageNext? Next)
{
    /// <summary>Reads it at a moment.</summary>
    public static StageAgenda Read(Reads reads, StageRoom room)
    {
        var rows = reads.Query<Row>(
            """
            SELECT i.id AS Id, i.title AS Title, i.activity_id AS ActivityId, i.minutes AS Minutes, i.state AS State,
                   i.timer_running_since AS Since, i.timer_used_seconds AS Used, i.timer_extra_seconds AS Extra,
                   a.kind AS Kind, a.title AS ActivityTitle, a.prompt AS Prompt
            FROM agenda_item i
            JOIN activity a ON a.id = i.activity_id
            WHERE i.workshop_id = @id AND (i.state <> 'Skipped' OR i.id = @current)
            ORDER BY i.position, i.id
            """,
            new { id = room.Id, current = room.CurrentItemId });
        var at = TimeOnly.Parse(room.Starts, CultureInfo.InvariantCulture);
        StageItem? current = null;
        StageNext? next = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Id == room.CurrentItemId)
            {
                current = row.Item(i + 1, rows.Count, StageRoom.Clock(at));
            }
            else if (next is null && row.State == "Planned" && (current is not null || room.CurrentItemId is null))
            {
                next = new StageNext(
                    current?.Ends is { } ends ? LocalTime.Clock(DateTimeOffset.FromUnixTimeMilliseconds(ends), LocalTime.ZoneOf(reads)) : StageRoom.Clock(at),
                    row.Title);
            }

            at = at.AddMinutes(row.Minutes);
        }

        return new StageAgenda(current, next);
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public long ActivityId { get; init; }

        public long Minutes { get; init; }

        public string State { get; init; } = "";

        public string? Since { get; init; }

        public long Used { get; init; }

        public long Extra { get; init; }

        public string Kind { get; init; } = "";

        public string ActivityTitle { get; init; } = "";

        public string Prompt { get; init; } = "";

        public StageItem Item(int number, int count, string starts)
        {
            var left = (Minutes * 60) + Extra - Used;
            return new StageItem
            {
                Id = Id,
                Title = Title,
                ActivityId = ActivityId,
                Kind = Kind,
                ActivityTitle = ActivityTitle,
                Prompt = Prompt,
                Number = number,
                Count = count,
                Starts = starts,
                Runs = State == "Running",
                Ends = Since is null ? null : Utc.Parse(Since).AddSeconds(left).ToUnixTimeMilliseconds(),
                Left = left,
            };
        }
    }
}
