using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Live;

/// <summary>Reads pieces in one snapshot and renders each once, for pushes and for answers to the one who changed them.</summary>
public sealed class Pieces(Db db, Partials partials, ILogger<Pieces> log)
{
    private readonly Lock _gate = new();
    private long _revision = -1;
    private int _turn;

    /// <summary>The header that tells the browser that an answer holds pieces, which go the way of a push.</summary>
    public const string Header = "X-Live";

    /// <summary>HTML travels as it is: JSON here is never written into a page.</summary>
    internal static void Relax(JsonSerializerOptions json)
    {
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }

    /// <summary>
    /// The answer to a form whose sender sees these pieces: the same upsert as the push, so that it makes no difference
    /// which of them comes first.
    /// </summary>
    /// <exception cref="InvalidOperationException">A piece could not be rendered.</exception>
    public async Task<ContentResult> AnswerAsync(HttpContext http, params IReadOnlyList<Piece> pieces)
    {
        var reading = await ReadAsync(pieces, http.RequestAborted);
        var rendered = new List<object?>(pieces.Count);
        foreach (var piece in pieces)
        {
            rendered.Add(await reading.RenderAsync(piece));
        }

        if (rendered.Contains(null))
        {
            throw new InvalidOperationException("A piece of the answer could not be rendered; the log says which.");
        }

        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Relax(json);
        http.Response.Headers[Header] = "pieces";
        return new ContentResult
        {
            ContentType = "application/json; charset=utf-8",
            Content = JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["p"] = rendered.OfType<PutMessage>().ToArray(),
                    ["g"] = rendered.OfType<GoneMessage>().ToArray(),
                },
                json),
        };
    }

    /// <summary>What each piece is now, in one snapshot; each is rendered when it is asked for.</summary>
    internal Task<Reading> ReadAsync(IReadOnlyCollection<Piece> pieces, CancellationToken cancellation) => db.ReadAsync(
        reads => new Reading(this, pieces.ToDictionary(piece => piece, piece => Read(piece, reads)), Version(reads.Revision)),
        cancellation);

    /// <summary>Presence and what ends by the clock change without a commit; a later reading is the newer one all the same.</summary>
    private double Version(long revision)
    {
        lock (_gate)
        {
            (_revision, _turn) = revision > _revision ? (revision, 0) : (_revision, _turn + 1);
            return revision < _revision ? revision : revision + (_turn / 1e6);
        }
    }

    private PieceState? Read(Piece piece, Reads reads)
    {
        try
        {
            return piece.Read(reads);
        }
        catch (Exception problem)
        {
            log.LogError(problem, "Piece {Piece} could not be read", piece.Id);
            return null;
        }
    }

    private async Task<object?> RenderAsync(Piece piece, PieceState state, double version)
    {
        try
        {
            return state switch
            {
                PieceState.Put put => new PutMessage(
                    put.List, put.SortKey, piece.Id, version, (await partials.RenderAsync(put.Partial, put.Model)).Trim()),
                PieceState.Gone => new GoneMessage(piece.Id, version),
                _ => throw new InvalidOperationException($"Unknown state {state.GetType().Name}."),
            };
        }
        catch (Exception problem)
        {
            log.LogError(problem, "Piece {Piece} could not be rendered", piece.Id);
            return null;
        }
    }

    /// <summary>Pieces as they were in one snapshot.</summary>
    internal sealed class Reading(Pieces pieces, Dictionary<Piece, PieceState?> states, double version)
    {
        private readonly Dictionary<Piece, object?> _rendered = [];

        /// <summary>The message that puts or takes away a piece, made once; null where it could not be read or rendered (the log says why).</summary>
        public async Task<object?> RenderAsync(Piece piece)
        {
            if (!_rendered.TryGetValue(piece, out var message))
            {
                message = states.GetValueOrDefault(piece) is { } state ? await pieces.RenderAsync(piece, state, version) : null;
                _rendered[piece] = message;
            }

            return message;
        }
    }
}
