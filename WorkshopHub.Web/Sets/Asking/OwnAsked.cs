using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Asking;

/// <summary>Questions that wait for an answer: asked of a person, or of the set that they belong to.</summary>
public sealed class OwnAsked : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. reads.Query<(string Id, string Asker, string SetName, long Position, long? ToSet)>(
            """
            SELECT q.id, p.name, s.name, s.position, q.to_set
            FROM set_ask q JOIN sets s ON s.id = q.set_id JOIN programme g ON g.id = s.programme_id AND g.archived_at IS NULL JOIN person p ON p.id = q.asked_by
            WHERE q.answered_at IS NULL AND q.back_at IS NULL AND (q.to_person = @person OR (g.state <> 'Closed' AND EXISTS (
              SELECT 1 FROM membership m WHERE m.set_id = q.to_set AND m.person_id = @person AND m.left_at IS NULL)))
            ORDER BY q.asked_at LIMIT 20
            """, new { person }).Select(one => new OwnLink(
                one.ToSet is { } set ? string.Create(CultureInfo.InvariantCulture, $"/sets/{set}/questions#ask-{one.Id}") : $"/asked/{one.Id}",
                one.ToSet is null ? $"{one.Asker} asks you a question" : $"{one.SetName} asks your set a question", one.ToSet is null ? $"Of {one.SetName}." : $"{one.Asker} asks.",
                one.ToSet ?? 0, ToDo: true)
            {
                Verb = "Answer",
                SetPosition = one.Position,
                SetName = one.SetName,
            }),
    ];
}

/// <summary>What is asked between people and sets is not in a copy.</summary>
public sealed class ForgottenAsks : IForgotten
{
    /// <inheritdoc />
    public void Forget(Writes writes) => writes.Execute("DELETE FROM set_ask");
}
