using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Pulses;

/// <summary>
/// For a supervisor: whether the time is there that supervisors promised, as all members of the programme said it together at the
/// last workshop that asked. Never one's own people alone, never fewer than five.
/// </summary>
public sealed class PromisedTime : IRolePart
{
    private static readonly PulseStatement _time = PulseStatement.Standard[7];

    /// <inheritdoc />
    public Role Role => Role.Supervisor;

    /// <inheritdoc />
    public RolePart? Of(Reads reads, long person, DateTimeOffset now)
    {
        List<PromisedLine> lines =
        [
            .. reads.Query<(string Programme, long? Id)>(
                """
                SELECT g.name, (SELECT a.id FROM activity a JOIN workshop w ON w.id = a.workshop_id
                  WHERE w.programme_id = g.id AND a.kind = 'pulse' AND EXISTS (SELECT 1 FROM pulse_answer p WHERE p.activity_id = a.id AND p.statement = @Key)
                  ORDER BY w.date DESC, a.id DESC LIMIT 1) AS Id
                FROM programme g
                WHERE g.state <> 'Closed' AND EXISTS (SELECT 1 FROM membership m JOIN sets s ON s.id = m.set_id
                  WHERE s.programme_id = g.id AND m.supervisor_id = @person AND m.left_at IS NULL)
                ORDER BY g.id DESC
                """, new { _time.Key, person }).Select(one => Line(reads, one.Programme, one.Id)).OfType<PromisedLine>(),
        ];
        return lines.Count == 0 ? null : new RolePart("~/Activities/Pulses/_PromisedTime.cshtml", lines);
    }

    private static PromisedLine? Line(Reads reads, string programme, long? of) =>
        of is { } id && Activity.Find(reads, id) is { } activity && PulsePicture.Read(reads, activity).Lines.FirstOrDefault(line => new PulseStatement(line.Text).Key == _time.Key) is { Now: { } counts } line
            ? new PromisedLine(programme, PulseStatement.Whole(line.Text).TrimEnd('.'), counts.MeanText, counts.N) : null;
}

/// <summary>What the members of a programme said of the time they were promised.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Mean">The mean, 1 to 5, with one decimal.</param>
/// <param name="N">How many answered.</param>
public sealed record PromisedLine(string Programme, string Statement, string Mean, long N);
