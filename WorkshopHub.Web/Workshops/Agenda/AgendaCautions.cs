using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>What experience advises against, item by item. It never stops anybody.</summary>
internal sealed class AgendaCautions(Reads reads, AgendaWorkshop workshop, IReadOnlyList<AgendaLine> lines)
{
    /// <summary>After so many minutes people need a break.</summary>
    private const long WithoutBreak = 120;

    /// <summary>Who is there to be asked. Where members bring their own problems nobody misses a client or a champion.</summary>
    private readonly IReadOnlyList<string> _present = reads.Query<string>("""
        SELECT role FROM role_assignment WHERE programme_id = @ProgrammeId
        UNION SELECT 'Member' FROM membership m JOIN sets s ON s.id = m.set_id
          WHERE s.programme_id = @ProgrammeId AND m.left_at IS NULL
        UNION SELECT 'Supervisor' FROM membership m JOIN sets s ON s.id = m.set_id
          WHERE s.programme_id = @ProgrammeId AND m.left_at IS NULL AND m.supervisor_id IS NOT NULL
        UNION SELECT 'Guest'
        UNION SELECT value FROM programme p, json_each('["Client", "Champion"]') WHERE p.id = @ProgrammeId AND p.format = 'OwnProblem'
        """, new { workshop.ProgrammeId });

    private long _satSince;
    private bool _told;

    /// <summary>The same lines with their cautions.</summary>
    public IReadOnlyList<AgendaLine> All() => [.. lines.Select((line, place) => line with { Cautions = [.. Of(line, place)] })];

    private IEnumerable<string> Of(AgendaLine line, int place)
    {
        var item = line.Item;
        var absent = item.IsRun ? item.Roles.Where(role => !_present.Contains(role, StringComparer.Ordinal)).ToList() : [];
        if (absent.Count > 0)
        {
            yield return $"This programme has no {string.Join(" and no ", absent.Select(role => role.ToLowerInvariant()))} yet.";
        }

        if (item.Wanted is { Length: > 0 } wanted)
        {
            yield return $"It was to take up “{wanted.Split(':')[^1]}” of the {Spoken(wanted.Split(':')[0])}, which is not there. It asks anew. Save it to keep it so.";
        }

        if ((item.IsRun ? null : TooEarly(item.ActivityId, place, "It shows")) is { } early)
        {
            yield return early;
        }

        if (item.IsOwn && item.SourceId is { } source && TooEarly(source, place, "It is about") is { } about)
        {
            yield return about;
        }

        if (item.IsOwn && line.Kind.Lacks(reads, item.Activity) is { } lacks)
        {
            yield return lacks;
        }

        if (Rooms(line, place) is { } rooms)
        {
            yield return rooms;
        }

        if (line.Doing == Doing.Talk && item.Minutes > 30 && !line.Kind.SeveralSpeak(item.Activity))
        {
            yield return "One person talks for long. People learn more when they talk with each other.";
        }

        if (Seated(line) is { } seated)
        {
            yield return $"{AgendaView.Words(seated)} without a break.";
        }

        if (workshop.Over(line.Until) is > 0 and var over && workshop.Over(line.From) <= 0)
        {
            yield return $"It ends at {line.Ends}, {AgendaView.Words(over)} after the room’s time ({workshop.Ends}).";
        }
    }

    /// <summary>What is wrong with two rooms at once: one has nothing to do, or both have the same.</summary>
    private string? Rooms(AgendaLine line, int place)
    {
        if (line.Item.Room == 0)
        {
            return null;
        }

        var from = place;
        while (from > 0 && lines[from - 1].Item.Room > 0)
        {
            from--;
        }

        var block = lines.Skip(from).TakeWhile(one => one.Item.Room > 0).ToList();
        var mine = block.Where(one => one.Item.Room == line.Item.Room).ToList();
        var theirs = block.Except(mine).ToList();
        var (here, there) = line.Item.Room == 1 ? ("first", "second") : ("second", "first");
        if (theirs.FirstOrDefault(one => one.Item.ActivityId == line.Item.ActivityId && one.From < line.Until && line.From < one.Until) is not null)
        {
            return "Both rooms have the same activity at once. Give each room one of its own.";
        }

        if (theirs.Count == 0)
        {
            return line == mine[0] ? $"Only the {here} room has something to do: the sets of the {there} wait {AgendaView.Words(mine.Sum(one => one.Item.Minutes))}." : null;
        }

        var waits = theirs.Sum(one => one.Item.Minutes) - mine.Sum(one => one.Item.Minutes);
        return line == mine[^1] && waits > 0 ? $"The {here} room is done {AgendaView.Words(waits)} before the {there}: its sets wait." : null;
    }

    /// <summary>The minutes that people have sat when this item ends, where that first is too long.</summary>
    private long? Seated(AgendaLine line)
    {
        // A break in which a question is answered is one all the same; people say so in its title.
        if (line.Doing == Doing.Rest || line.Item.Title.StartsWith("Break", StringComparison.OrdinalIgnoreCase) || line.Kind.LayoutOf(line.Item.Activity) == WallLayout.Join)
        {
            (_satSince, _told) = (line.Until, false);
            return null;
        }

        var sat = line.Until - _satSince;
        if (sat <= WithoutBreak || _told)
        {
            return null;
        }

        _told = true;
        return sat;
    }

    private string? TooEarly(long activity, int place, string what) =>
        lines.Take(place).Any(line => line.Item.IsRun && line.Item.ActivityId == activity) ? null
        : lines.FirstOrDefault(line => line.Item.IsRun && line.Item.ActivityId == activity) is { } later
            ? $"{what} “{later.Item.Title}”, which comes only at {later.Starts}." : null;

    private static string Spoken(string workshop) => workshop switch { "KickOff" => "kick-off", "MidTerm" => "mid-term", _ => "final" };
}
