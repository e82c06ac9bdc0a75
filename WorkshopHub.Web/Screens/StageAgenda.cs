using WorkshopHub.Web.Activities;
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
                   i.started_at AS Began, i.act AS Act, i.timer_running_since AS Since, i.timer_used_seconds AS Used, i.timer_extra_seconds AS Extra,
                   a.kind AS Kind, a.title AS ActivityTitle, a.prompt AS Prompt
            FROM agenda_item i
            JOIN activity a ON a.id = i.activity_id
            WHERE i.workshop_id = @id AND (i.state <> 'Skipped' OR i.id = @current)
            ORDER BY i.position, i.id
            """,
            new { id = room.Id, current = room.CurrentItemId });
        var zone = LocalTime.ZoneOf(reads);
        var begins = LocalTime.Moment(room.LocalStart, zone);
        var at = TimeOnly.FromDateTime(room.LocalStart);
        var minutes = 0L;
        StageItem? current = null;
        StageNext? next = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Id == room.CurrentItemId)
            {
                current = row.Item(i + 1, rows.Count, row.Began is { } began ? LocalTime.Clock(Utc.Parse(began), zone) : StageRoom.Clock(at));
            }
            else if (next is null && row.State == "Planned" && (current is not null || room.CurrentItemId is null))
            {
                next = new StageNext(
                    current is { Runs: true } ? AfterNow(rows.First(one => one.Id == current.Id), current, zone)
                        : TimeAhead.After(begins.AddMinutes(minutes), null, zone),
                    row.Title);
            }

            at = at.AddMinutes(row.Minutes);
            minutes += row.Minutes;
        }

        return new StageAgenda(current, next);
    }

    /// <summary>What comes after the running item begins when its time ends; while its clock stands that moves on.</summary>
    private static TimeAhead AfterNow(Row row, StageItem now, TimeZoneInfo zone) => now.Ends is { } ends
        ? TimeAhead.After(DateTimeOffset.FromUnixTimeMilliseconds(ends), null, zone)
        : TimeAhead.After(Utc.Parse(row.Began!).AddSeconds((row.Minutes * 60) + row.Extra), now.Left, zone);

    private sealed record Row
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public long ActivityId { get; init; }

        public long Minutes { get; init; }

        public string State { get; init; } = "";

        public string? Began { get; init; }

        public string Act { get; init; } = "";

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
                Act = Act,
                Ends = Since is null ? null : Utc.Parse(Since).AddSeconds(left).ToUnixTimeMilliseconds(),
                Left = left,
            };
        }
    }
}
