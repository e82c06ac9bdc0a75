using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>How the sets of a champion, a client or a supervisor are, on the page of that role: what they wrote for others to monitor.</summary>
public sealed class HowTheyAre(Role role, IEnumerable<IShareable> rooms) : IRolePart
{
    /// <inheritdoc />
    public Role Role => role;

    /// <inheritdoc />
    public RolePart? Of(Reads reads, long person, DateTimeOffset now)
    {
        var sets = reads.Query<long>(
            """
            SELECT s.id FROM sets s JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
            WHERE CASE @role
              WHEN 'Champion' THEN EXISTS (SELECT 1 FROM role_assignment r WHERE r.set_id = s.id AND r.person_id = @person AND r.role = 'Champion')
              WHEN 'Client' THEN EXISTS (SELECT 1 FROM problem b WHERE b.id = s.problem_id AND b.client_id = @person)
              ELSE EXISTS (SELECT 1 FROM membership m WHERE m.set_id = s.id AND m.supervisor_id = @person AND m.left_at IS NULL) END
            """, new { person, role = role.ToString() });
        return sets.Count == 0 ? null : new RolePart(
            "~/Sets/Leaves/_HowTheyAre.cshtml",
            new Monitored(Standing.Of(reads, sets, LocalDay.Today(reads, now)), Given.Of(reads, rooms, sets, share => share.Audience == role.ToString(), person)))
        {
            Styles = "/css/leaves.css",
        };
    }
}

/// <summary>The sets that somebody follows.</summary>
/// <param name="Sets">How they are.</param>
/// <param name="Shown">What was shown to this person on purpose.</param>
public sealed record Monitored(IReadOnlyList<Standing> Sets, IReadOnlyList<Given> Shown);

/// <summary>Something that was shown on purpose, as its readers see it.</summary>
/// <param name="SetId">The set that it is from.</param>
/// <param name="Thing">Its words.</param>
/// <param name="At">Since when (UTC).</param>
public sealed record Given(long SetId, SharedThing Thing, string At)
{
    /// <summary>What sets show to these audiences, the newest first. A supervisor reads what their own members show.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="rooms">Who gives the words.</param>
    /// <param name="sets">The sets.</param>
    /// <param name="may">Whether the reader belongs to the audience, in that very set.</param>
    /// <param name="reader">Who reads.</param>
    public static IReadOnlyList<Given> Of(
        Reads reads, IEnumerable<IShareable> rooms, IReadOnlyCollection<long> sets, Func<Share, bool> may, long reader)
    {
        var json = JsonSerializer.Serialize(sets);
        var led = reads.Query<long>(
            "SELECT person_id FROM membership WHERE supervisor_id = @reader AND left_at IS NULL AND set_id IN (SELECT value FROM json_each(@json))", new { reader, json });
        var shares = Share.Shown(reads, json).Where(share => may(share)).Where(share => share.Audience != "Supervisor" || (share.OwnerId is { } owner && led.Contains(owner))).ToList();
        var things = rooms.ToDictionary(room => room.Kind, room => room.Read(reads, [.. shares.Where(share => share.Kind == room.Kind).Select(share => share.ThingId)]));
        return
        [
            .. from share in shares
               let thing = things.GetValueOrDefault(share.Kind)?.GetValueOrDefault(share.ThingId)
               where thing is not null
               select new Given(share.SetId, thing, share.SharedAt!),
        ];
    }
}
