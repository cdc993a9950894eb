import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace mammofed. */
export namespace mammofed {

    /** Namespace v1. */
    namespace v1 {

        /** Role enum. */
        enum Role {

            /** ROLE_UNSPECIFIED value */
            ROLE_UNSPECIFIED = 0,

            /** ROLE_COORDINATOR value */
            ROLE_COORDINATOR = 1,

            /** ROLE_SITE value */
            ROLE_SITE = 2,

            /** ROLE_ENROLLING value */
            ROLE_ENROLLING = 3
        }

        /**
         * Properties of a ClientHello.
         * @deprecated Use mammofed.v1.ClientHello.$Properties instead.
         */
        interface IClientHello extends mammofed.v1.ClientHello.$Properties {
        }

        /** Represents a ClientHello. */
        class ClientHello {

            /**
             * Constructs a new ClientHello.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ClientHello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientHello protocolMajor. */
            protocolMajor: number;

            /** ClientHello protocolMinor. */
            protocolMinor: number;

            /** ClientHello role. */
            role: mammofed.v1.Role;

            /** ClientHello identityKey. */
            identityKey: Uint8Array;

            /** ClientHello ephemeralKey. */
            ephemeralKey: Uint8Array;

            /** ClientHello nonce. */
            nonce: Uint8Array;

            /**
             * Encodes the specified ClientHello message. Does not implicitly {@link mammofed.v1.ClientHello.verify|verify} messages.
             * @param message ClientHello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ClientHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientHello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ClientHello & mammofed.v1.ClientHello.$Shape} ClientHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ClientHello & mammofed.v1.ClientHello.$Shape;

            /**
             * Creates a ClientHello message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ClientHello
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ClientHello;

            /**
             * Creates a plain object from a ClientHello message. Also converts values to other types if specified.
             * @param message ClientHello
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ClientHello, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ClientHello to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ClientHello
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ClientHello {

            /** Properties of a ClientHello. */
            interface $Properties {

                /** ClientHello protocolMajor */
                protocolMajor?: (number|null);

                /** ClientHello protocolMinor */
                protocolMinor?: (number|null);

                /** ClientHello role */
                role?: (mammofed.v1.Role|null);

                /** ClientHello identityKey */
                identityKey?: (Uint8Array|null);

                /** ClientHello ephemeralKey */
                ephemeralKey?: (Uint8Array|null);

                /** ClientHello nonce */
                nonce?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientHello. */
            type $Shape = mammofed.v1.ClientHello.$Properties;
        }

        /**
         * Properties of a ServerHello.
         * @deprecated Use mammofed.v1.ServerHello.$Properties instead.
         */
        interface IServerHello extends mammofed.v1.ServerHello.$Properties {
        }

        /** Represents a ServerHello. */
        class ServerHello {

            /**
             * Constructs a new ServerHello.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ServerHello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServerHello protocolMajor. */
            protocolMajor: number;

            /** ServerHello protocolMinor. */
            protocolMinor: number;

            /** ServerHello identityKey. */
            identityKey: Uint8Array;

            /** ServerHello ephemeralKey. */
            ephemeralKey: Uint8Array;

            /** ServerHello nonce. */
            nonce: Uint8Array;

            /** ServerHello signature. */
            signature: Uint8Array;

            /** ServerHello streamHeader. */
            streamHeader: Uint8Array;

            /**
             * Encodes the specified ServerHello message. Does not implicitly {@link mammofed.v1.ServerHello.verify|verify} messages.
             * @param message ServerHello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ServerHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServerHello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ServerHello & mammofed.v1.ServerHello.$Shape} ServerHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ServerHello & mammofed.v1.ServerHello.$Shape;

            /**
             * Creates a ServerHello message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ServerHello
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ServerHello;

            /**
             * Creates a plain object from a ServerHello message. Also converts values to other types if specified.
             * @param message ServerHello
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ServerHello, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ServerHello to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ServerHello
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ServerHello {

            /** Properties of a ServerHello. */
            interface $Properties {

                /** ServerHello protocolMajor */
                protocolMajor?: (number|null);

                /** ServerHello protocolMinor */
                protocolMinor?: (number|null);

                /** ServerHello identityKey */
                identityKey?: (Uint8Array|null);

                /** ServerHello ephemeralKey */
                ephemeralKey?: (Uint8Array|null);

                /** ServerHello nonce */
                nonce?: (Uint8Array|null);

                /** ServerHello signature */
                signature?: (Uint8Array|null);

                /** ServerHello streamHeader */
                streamHeader?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServerHello. */
            type $Shape = mammofed.v1.ServerHello.$Properties;
        }

        /**
         * Properties of a ClientFinish.
         * @deprecated Use mammofed.v1.ClientFinish.$Properties instead.
         */
        interface IClientFinish extends mammofed.v1.ClientFinish.$Properties {
        }

        /** Represents a ClientFinish. */
        class ClientFinish {

            /**
             * Constructs a new ClientFinish.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ClientFinish.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientFinish signature. */
            signature: Uint8Array;

            /** ClientFinish streamHeader. */
            streamHeader: Uint8Array;

            /**
             * Encodes the specified ClientFinish message. Does not implicitly {@link mammofed.v1.ClientFinish.verify|verify} messages.
             * @param message ClientFinish message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ClientFinish.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientFinish message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ClientFinish & mammofed.v1.ClientFinish.$Shape} ClientFinish
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ClientFinish & mammofed.v1.ClientFinish.$Shape;

            /**
             * Creates a ClientFinish message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ClientFinish
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ClientFinish;

            /**
             * Creates a plain object from a ClientFinish message. Also converts values to other types if specified.
             * @param message ClientFinish
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ClientFinish, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ClientFinish to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ClientFinish
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ClientFinish {

            /** Properties of a ClientFinish. */
            interface $Properties {

                /** ClientFinish signature */
                signature?: (Uint8Array|null);

                /** ClientFinish streamHeader */
                streamHeader?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientFinish. */
            type $Shape = mammofed.v1.ClientFinish.$Properties;
        }

        /**
         * Properties of an Envelope.
         * @deprecated Use mammofed.v1.Envelope.$Properties instead.
         */
        interface IEnvelope extends mammofed.v1.Envelope.$Properties {
        }

        /** Represents an Envelope. */
        class Envelope {

            /**
             * Constructs a new Envelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Envelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Envelope id. */
            id: number;

            /** Envelope replyTo. */
            replyTo: number;

            /** Envelope refused. */
            refused?: (mammofed.v1.Refused.$Properties|null);

            /** Envelope enrol. */
            enrol?: (mammofed.v1.Enrol.$Properties|null);

            /** Envelope enrolled. */
            enrolled?: (mammofed.v1.Enrolled.$Properties|null);

            /** Envelope ready. */
            ready?: (mammofed.v1.Ready.$Properties|null);

            /** Envelope welcome. */
            welcome?: (mammofed.v1.Welcome.$Properties|null);

            /** Envelope rosterUpdate. */
            rosterUpdate?: (mammofed.v1.RosterUpdate.$Properties|null);

            /** Envelope rosterTaken. */
            rosterTaken?: (mammofed.v1.RosterTaken.$Properties|null);

            /** Envelope trainTask. */
            trainTask?: (mammofed.v1.TrainTask.$Properties|null);

            /** Envelope evaluateTask. */
            evaluateTask?: (mammofed.v1.EvaluateTask.$Properties|null);

            /** Envelope cancelTask. */
            cancelTask?: (mammofed.v1.CancelTask.$Properties|null);

            /** Envelope taskAccepted. */
            taskAccepted?: (mammofed.v1.TaskAccepted.$Properties|null);

            /** Envelope progress. */
            progress?: (mammofed.v1.Progress.$Properties|null);

            /** Envelope taskFailed. */
            taskFailed?: (mammofed.v1.TaskFailed.$Properties|null);

            /** Envelope chunkRequest. */
            chunkRequest?: (mammofed.v1.ChunkRequest.$Properties|null);

            /** Envelope chunk. */
            chunk?: (mammofed.v1.Chunk.$Properties|null);

            /** Envelope uploadOpen. */
            uploadOpen?: (mammofed.v1.UploadOpen.$Properties|null);

            /** Envelope uploadStatus. */
            uploadStatus?: (mammofed.v1.UploadStatus.$Properties|null);

            /** Envelope uploadChunk. */
            uploadChunk?: (mammofed.v1.UploadChunk.$Properties|null);

            /** Envelope evaluationReport. */
            evaluationReport?: (mammofed.v1.EvaluationReport.$Properties|null);

            /** Envelope evaluationStored. */
            evaluationStored?: (mammofed.v1.EvaluationStored.$Properties|null);

            /** Envelope runOffer. */
            runOffer?: (mammofed.v1.RunOffer.$Properties|null);

            /** Envelope runAgreed. */
            runAgreed?: (mammofed.v1.RunAgreed.$Properties|null);

            /** Envelope offerAgain. */
            offerAgain?: (mammofed.v1.OfferAgain.$Properties|null);

            /** Envelope body. */
            body?: ("refused"|"enrol"|"enrolled"|"ready"|"welcome"|"rosterUpdate"|"rosterTaken"|"trainTask"|"evaluateTask"|"cancelTask"|"taskAccepted"|"progress"|"taskFailed"|"chunkRequest"|"chunk"|"uploadOpen"|"uploadStatus"|"uploadChunk"|"evaluationReport"|"evaluationStored"|"runOffer"|"runAgreed"|"offerAgain");

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link mammofed.v1.Envelope.verify|verify} messages.
             * @param message Envelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Envelope & mammofed.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Envelope & mammofed.v1.Envelope.$Shape;

            /**
             * Creates an Envelope message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Envelope
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Envelope;

            /**
             * Creates a plain object from an Envelope message. Also converts values to other types if specified.
             * @param message Envelope
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Envelope, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Envelope to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Envelope
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Envelope {

            /** Properties of an Envelope. */
            interface $Properties {

                /** Envelope id */
                id?: (number|null);

                /** Envelope replyTo */
                replyTo?: (number|null);

                /** Envelope refused */
                refused?: (mammofed.v1.Refused.$Properties|null);

                /** Envelope enrol */
                enrol?: (mammofed.v1.Enrol.$Properties|null);

                /** Envelope enrolled */
                enrolled?: (mammofed.v1.Enrolled.$Properties|null);

                /** Envelope ready */
                ready?: (mammofed.v1.Ready.$Properties|null);

                /** Envelope welcome */
                welcome?: (mammofed.v1.Welcome.$Properties|null);

                /** Envelope rosterUpdate */
                rosterUpdate?: (mammofed.v1.RosterUpdate.$Properties|null);

                /** Envelope rosterTaken */
                rosterTaken?: (mammofed.v1.RosterTaken.$Properties|null);

                /** Envelope trainTask */
                trainTask?: (mammofed.v1.TrainTask.$Properties|null);

                /** Envelope evaluateTask */
                evaluateTask?: (mammofed.v1.EvaluateTask.$Properties|null);

                /** Envelope cancelTask */
                cancelTask?: (mammofed.v1.CancelTask.$Properties|null);

                /** Envelope taskAccepted */
                taskAccepted?: (mammofed.v1.TaskAccepted.$Properties|null);

                /** Envelope progress */
                progress?: (mammofed.v1.Progress.$Properties|null);

                /** Envelope taskFailed */
                taskFailed?: (mammofed.v1.TaskFailed.$Properties|null);

                /** Envelope chunkRequest */
                chunkRequest?: (mammofed.v1.ChunkRequest.$Properties|null);

                /** Envelope chunk */
                chunk?: (mammofed.v1.Chunk.$Properties|null);

                /** Envelope uploadOpen */
                uploadOpen?: (mammofed.v1.UploadOpen.$Properties|null);

                /** Envelope uploadStatus */
                uploadStatus?: (mammofed.v1.UploadStatus.$Properties|null);

                /** Envelope uploadChunk */
                uploadChunk?: (mammofed.v1.UploadChunk.$Properties|null);

                /** Envelope evaluationReport */
                evaluationReport?: (mammofed.v1.EvaluationReport.$Properties|null);

                /** Envelope evaluationStored */
                evaluationStored?: (mammofed.v1.EvaluationStored.$Properties|null);

                /** Envelope runOffer */
                runOffer?: (mammofed.v1.RunOffer.$Properties|null);

                /** Envelope runAgreed */
                runAgreed?: (mammofed.v1.RunAgreed.$Properties|null);

                /** Envelope offerAgain */
                offerAgain?: (mammofed.v1.OfferAgain.$Properties|null);

                /** Envelope body */
                body?: ("refused"|"enrol"|"enrolled"|"ready"|"welcome"|"rosterUpdate"|"rosterTaken"|"trainTask"|"evaluateTask"|"cancelTask"|"taskAccepted"|"progress"|"taskFailed"|"chunkRequest"|"chunk"|"uploadOpen"|"uploadStatus"|"uploadChunk"|"evaluationReport"|"evaluationStored"|"runOffer"|"runAgreed"|"offerAgain");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Envelope. */
            type $Shape = {
              id?: number|null;
              replyTo?: number|null;
              refused?: mammofed.v1.Refused.$Shape|null;
              enrol?: mammofed.v1.Enrol.$Shape|null;
              enrolled?: mammofed.v1.Enrolled.$Shape|null;
              ready?: mammofed.v1.Ready.$Shape|null;
              welcome?: mammofed.v1.Welcome.$Shape|null;
              rosterUpdate?: mammofed.v1.RosterUpdate.$Shape|null;
              rosterTaken?: mammofed.v1.RosterTaken.$Shape|null;
              trainTask?: mammofed.v1.TrainTask.$Shape|null;
              evaluateTask?: mammofed.v1.EvaluateTask.$Shape|null;
              cancelTask?: mammofed.v1.CancelTask.$Shape|null;
              taskAccepted?: mammofed.v1.TaskAccepted.$Shape|null;
              progress?: mammofed.v1.Progress.$Shape|null;
              taskFailed?: mammofed.v1.TaskFailed.$Shape|null;
              chunkRequest?: mammofed.v1.ChunkRequest.$Shape|null;
              chunk?: mammofed.v1.Chunk.$Shape|null;
              uploadOpen?: mammofed.v1.UploadOpen.$Shape|null;
              uploadStatus?: mammofed.v1.UploadStatus.$Shape|null;
              uploadChunk?: mammofed.v1.UploadChunk.$Shape|null;
              evaluationReport?: mammofed.v1.EvaluationReport.$Shape|null;
              evaluationStored?: mammofed.v1.EvaluationStored.$Shape|null;
              runOffer?: mammofed.v1.RunOffer.$Shape|null;
              runAgreed?: mammofed.v1.RunAgreed.$Shape|null;
              offerAgain?: mammofed.v1.OfferAgain.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "refused"; refused: mammofed.v1.Refused.$Shape; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "enrol"; refused?: null; enrol: mammofed.v1.Enrol.$Shape; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "enrolled"; refused?: null; enrol?: null; enrolled: mammofed.v1.Enrolled.$Shape; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "ready"; refused?: null; enrol?: null; enrolled?: null; ready: mammofed.v1.Ready.$Shape; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "welcome"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome: mammofed.v1.Welcome.$Shape; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "rosterUpdate"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate: mammofed.v1.RosterUpdate.$Shape; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "rosterTaken"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken: mammofed.v1.RosterTaken.$Shape; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "trainTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask: mammofed.v1.TrainTask.$Shape; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "evaluateTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask: mammofed.v1.EvaluateTask.$Shape; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "cancelTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask: mammofed.v1.CancelTask.$Shape; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "taskAccepted"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted: mammofed.v1.TaskAccepted.$Shape; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "progress"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress: mammofed.v1.Progress.$Shape; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "taskFailed"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed: mammofed.v1.TaskFailed.$Shape; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "chunkRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest: mammofed.v1.ChunkRequest.$Shape; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "chunk"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk: mammofed.v1.Chunk.$Shape; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "uploadOpen"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen: mammofed.v1.UploadOpen.$Shape; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "uploadStatus"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus: mammofed.v1.UploadStatus.$Shape; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "uploadChunk"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk: mammofed.v1.UploadChunk.$Shape; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "evaluationReport"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport: mammofed.v1.EvaluationReport.$Shape; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "evaluationStored"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored: mammofed.v1.EvaluationStored.$Shape; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "runOffer"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer: mammofed.v1.RunOffer.$Shape; runAgreed?: null; offerAgain?: null }|{ body?: "runAgreed"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed: mammofed.v1.RunAgreed.$Shape; offerAgain?: null }|{ body?: "offerAgain"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain: mammofed.v1.OfferAgain.$Shape })
            );
        }

        /**
         * Properties of a Refused.
         * @deprecated Use mammofed.v1.Refused.$Properties instead.
         */
        interface IRefused extends mammofed.v1.Refused.$Properties {
        }

        /** Represents a Refused. */
        class Refused {

            /**
             * Constructs a new Refused.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Refused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refused code. */
            code: string;

            /** Refused message. */
            message: string;

            /**
             * Encodes the specified Refused message. Does not implicitly {@link mammofed.v1.Refused.verify|verify} messages.
             * @param message Refused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Refused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Refused & mammofed.v1.Refused.$Shape} Refused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Refused & mammofed.v1.Refused.$Shape;

            /**
             * Creates a Refused message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Refused
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Refused;

            /**
             * Creates a plain object from a Refused message. Also converts values to other types if specified.
             * @param message Refused
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Refused, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Refused to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Refused
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Refused {

            /** Properties of a Refused. */
            interface $Properties {

                /** Refused code */
                code?: (string|null);

                /** Refused message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refused. */
            type $Shape = mammofed.v1.Refused.$Properties;
        }

        /**
         * Properties of an Enrol.
         * @deprecated Use mammofed.v1.Enrol.$Properties instead.
         */
        interface IEnrol extends mammofed.v1.Enrol.$Properties {
        }

        /** Represents an Enrol. */
        class Enrol {

            /**
             * Constructs a new Enrol.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Enrol.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Enrol joinSecret. */
            joinSecret: Uint8Array;

            /** Enrol siteName. */
            siteName: string;

            /** Enrol signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified Enrol message. Does not implicitly {@link mammofed.v1.Enrol.verify|verify} messages.
             * @param message Enrol message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Enrol.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Enrol message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Enrol & mammofed.v1.Enrol.$Shape} Enrol
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Enrol & mammofed.v1.Enrol.$Shape;

            /**
             * Creates an Enrol message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Enrol
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Enrol;

            /**
             * Creates a plain object from an Enrol message. Also converts values to other types if specified.
             * @param message Enrol
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Enrol, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Enrol to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Enrol
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Enrol {

            /** Properties of an Enrol. */
            interface $Properties {

                /** Enrol joinSecret */
                joinSecret?: (Uint8Array|null);

                /** Enrol siteName */
                siteName?: (string|null);

                /** Enrol signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Enrol. */
            type $Shape = mammofed.v1.Enrol.$Properties;
        }

        /**
         * Properties of an Enrolled.
         * @deprecated Use mammofed.v1.Enrolled.$Properties instead.
         */
        interface IEnrolled extends mammofed.v1.Enrolled.$Properties {
        }

        /** Represents an Enrolled. */
        class Enrolled {

            /**
             * Constructs a new Enrolled.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Enrolled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Enrolled siteId. */
            siteId: string;

            /** Enrolled siteName. */
            siteName: string;

            /**
             * Encodes the specified Enrolled message. Does not implicitly {@link mammofed.v1.Enrolled.verify|verify} messages.
             * @param message Enrolled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Enrolled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Enrolled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Enrolled & mammofed.v1.Enrolled.$Shape} Enrolled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Enrolled & mammofed.v1.Enrolled.$Shape;

            /**
             * Creates an Enrolled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Enrolled
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Enrolled;

            /**
             * Creates a plain object from an Enrolled message. Also converts values to other types if specified.
             * @param message Enrolled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Enrolled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Enrolled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Enrolled
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Enrolled {

            /** Properties of an Enrolled. */
            interface $Properties {

                /** Enrolled siteId */
                siteId?: (string|null);

                /** Enrolled siteName */
                siteName?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Enrolled. */
            type $Shape = mammofed.v1.Enrolled.$Properties;
        }

        /**
         * Properties of a Ready.
         * @deprecated Use mammofed.v1.Ready.$Properties instead.
         */
        interface IReady extends mammofed.v1.Ready.$Properties {
        }

        /** Represents a Ready. */
        class Ready {

            /**
             * Constructs a new Ready.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Ready.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ready agentVersion. */
            agentVersion: string;

            /**
             * Encodes the specified Ready message. Does not implicitly {@link mammofed.v1.Ready.verify|verify} messages.
             * @param message Ready message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Ready.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Ready message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Ready & mammofed.v1.Ready.$Shape} Ready
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Ready & mammofed.v1.Ready.$Shape;

            /**
             * Creates a Ready message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Ready
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Ready;

            /**
             * Creates a plain object from a Ready message. Also converts values to other types if specified.
             * @param message Ready
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Ready, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Ready to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Ready
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Ready {

            /** Properties of a Ready. */
            interface $Properties {

                /** Ready agentVersion */
                agentVersion?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Ready. */
            type $Shape = mammofed.v1.Ready.$Properties;
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use mammofed.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends mammofed.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome siteId. */
            siteId: string;

            /** Welcome siteName. */
            siteName: string;

            /** Welcome siteIndex. */
            siteIndex: number;

            /** Welcome roster. */
            roster: Uint8Array;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link mammofed.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Welcome & mammofed.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Welcome & mammofed.v1.Welcome.$Shape;

            /**
             * Creates a Welcome message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Welcome
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Welcome;

            /**
             * Creates a plain object from a Welcome message. Also converts values to other types if specified.
             * @param message Welcome
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Welcome, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Welcome to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Welcome
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome siteId */
                siteId?: (string|null);

                /** Welcome siteName */
                siteName?: (string|null);

                /** Welcome siteIndex */
                siteIndex?: (number|null);

                /** Welcome roster */
                roster?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = mammofed.v1.Welcome.$Properties;
        }

        /**
         * Properties of a RosterUpdate.
         * @deprecated Use mammofed.v1.RosterUpdate.$Properties instead.
         */
        interface IRosterUpdate extends mammofed.v1.RosterUpdate.$Properties {
        }

        /** Represents a RosterUpdate. */
        class RosterUpdate {

            /**
             * Constructs a new RosterUpdate.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.RosterUpdate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RosterUpdate roster. */
            roster: Uint8Array;

            /**
             * Encodes the specified RosterUpdate message. Does not implicitly {@link mammofed.v1.RosterUpdate.verify|verify} messages.
             * @param message RosterUpdate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.RosterUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RosterUpdate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.RosterUpdate & mammofed.v1.RosterUpdate.$Shape} RosterUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.RosterUpdate & mammofed.v1.RosterUpdate.$Shape;

            /**
             * Creates a RosterUpdate message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RosterUpdate
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.RosterUpdate;

            /**
             * Creates a plain object from a RosterUpdate message. Also converts values to other types if specified.
             * @param message RosterUpdate
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.RosterUpdate, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RosterUpdate to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for RosterUpdate
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RosterUpdate {

            /** Properties of a RosterUpdate. */
            interface $Properties {

                /** RosterUpdate roster */
                roster?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RosterUpdate. */
            type $Shape = mammofed.v1.RosterUpdate.$Properties;
        }

        /**
         * Properties of a RosterTaken.
         * @deprecated Use mammofed.v1.RosterTaken.$Properties instead.
         */
        interface IRosterTaken extends mammofed.v1.RosterTaken.$Properties {
        }

        /** Represents a RosterTaken. */
        class RosterTaken {

            /**
             * Constructs a new RosterTaken.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.RosterTaken.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RosterTaken version. */
            version: number;

            /**
             * Encodes the specified RosterTaken message. Does not implicitly {@link mammofed.v1.RosterTaken.verify|verify} messages.
             * @param message RosterTaken message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.RosterTaken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RosterTaken message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.RosterTaken & mammofed.v1.RosterTaken.$Shape} RosterTaken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.RosterTaken & mammofed.v1.RosterTaken.$Shape;

            /**
             * Creates a RosterTaken message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RosterTaken
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.RosterTaken;

            /**
             * Creates a plain object from a RosterTaken message. Also converts values to other types if specified.
             * @param message RosterTaken
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.RosterTaken, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RosterTaken to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for RosterTaken
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RosterTaken {

            /** Properties of a RosterTaken. */
            interface $Properties {

                /** RosterTaken version */
                version?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RosterTaken. */
            type $Shape = mammofed.v1.RosterTaken.$Properties;
        }

        /**
         * Properties of a ModelRef.
         * @deprecated Use mammofed.v1.ModelRef.$Properties instead.
         */
        interface IModelRef extends mammofed.v1.ModelRef.$Properties {
        }

        /** Represents a ModelRef. */
        class ModelRef {

            /**
             * Constructs a new ModelRef.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ModelRef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ModelRef sha256. */
            sha256: Uint8Array;

            /** ModelRef byteLength. */
            byteLength: (number|Long);

            /**
             * Encodes the specified ModelRef message. Does not implicitly {@link mammofed.v1.ModelRef.verify|verify} messages.
             * @param message ModelRef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ModelRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ModelRef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ModelRef & mammofed.v1.ModelRef.$Shape} ModelRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ModelRef & mammofed.v1.ModelRef.$Shape;

            /**
             * Creates a ModelRef message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ModelRef
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ModelRef;

            /**
             * Creates a plain object from a ModelRef message. Also converts values to other types if specified.
             * @param message ModelRef
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ModelRef, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ModelRef to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ModelRef
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ModelRef {

            /** Properties of a ModelRef. */
            interface $Properties {

                /** ModelRef sha256 */
                sha256?: (Uint8Array|null);

                /** ModelRef byteLength */
                byteLength?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ModelRef. */
            type $Shape = mammofed.v1.ModelRef.$Properties;
        }

        /**
         * Properties of a TensorClip.
         * @deprecated Use mammofed.v1.TensorClip.$Properties instead.
         */
        interface ITensorClip extends mammofed.v1.TensorClip.$Properties {
        }

        /** Represents a TensorClip. */
        class TensorClip {

            /**
             * Constructs a new TensorClip.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TensorClip.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TensorClip tensor. */
            tensor: string;

            /** TensorClip clip. */
            clip: number;

            /**
             * Encodes the specified TensorClip message. Does not implicitly {@link mammofed.v1.TensorClip.verify|verify} messages.
             * @param message TensorClip message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TensorClip.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TensorClip message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TensorClip & mammofed.v1.TensorClip.$Shape} TensorClip
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TensorClip & mammofed.v1.TensorClip.$Shape;

            /**
             * Creates a TensorClip message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TensorClip
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TensorClip;

            /**
             * Creates a plain object from a TensorClip message. Also converts values to other types if specified.
             * @param message TensorClip
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TensorClip, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TensorClip to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TensorClip
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TensorClip {

            /** Properties of a TensorClip. */
            interface $Properties {

                /** TensorClip tensor */
                tensor?: (string|null);

                /** TensorClip clip */
                clip?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TensorClip. */
            type $Shape = mammofed.v1.TensorClip.$Properties;
        }

        /**
         * Properties of a RunSignature.
         * @deprecated Use mammofed.v1.RunSignature.$Properties instead.
         */
        interface IRunSignature extends mammofed.v1.RunSignature.$Properties {
        }

        /** Represents a RunSignature. */
        class RunSignature {

            /**
             * Constructs a new RunSignature.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.RunSignature.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunSignature signer. */
            signer: Uint8Array;

            /** RunSignature signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified RunSignature message. Does not implicitly {@link mammofed.v1.RunSignature.verify|verify} messages.
             * @param message RunSignature message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.RunSignature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunSignature message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.RunSignature & mammofed.v1.RunSignature.$Shape} RunSignature
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.RunSignature & mammofed.v1.RunSignature.$Shape;

            /**
             * Creates a RunSignature message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RunSignature
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.RunSignature;

            /**
             * Creates a plain object from a RunSignature message. Also converts values to other types if specified.
             * @param message RunSignature
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.RunSignature, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RunSignature to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for RunSignature
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RunSignature {

            /** Properties of a RunSignature. */
            interface $Properties {

                /** RunSignature signer */
                signer?: (Uint8Array|null);

                /** RunSignature signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunSignature. */
            type $Shape = mammofed.v1.RunSignature.$Properties;
        }

        /**
         * Properties of a RunOffer.
         * @deprecated Use mammofed.v1.RunOffer.$Properties instead.
         */
        interface IRunOffer extends mammofed.v1.RunOffer.$Properties {
        }

        /** Represents a RunOffer. */
        class RunOffer {

            /**
             * Constructs a new RunOffer.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.RunOffer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunOffer runId. */
            runId: string;

            /** RunOffer configJson. */
            configJson: string;

            /** RunOffer configSha256. */
            configSha256: Uint8Array;

            /** RunOffer signature. */
            signature?: (mammofed.v1.RunSignature.$Properties|null);

            /**
             * Encodes the specified RunOffer message. Does not implicitly {@link mammofed.v1.RunOffer.verify|verify} messages.
             * @param message RunOffer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.RunOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunOffer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.RunOffer & mammofed.v1.RunOffer.$Shape} RunOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.RunOffer & mammofed.v1.RunOffer.$Shape;

            /**
             * Creates a RunOffer message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RunOffer
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.RunOffer;

            /**
             * Creates a plain object from a RunOffer message. Also converts values to other types if specified.
             * @param message RunOffer
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.RunOffer, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RunOffer to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for RunOffer
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RunOffer {

            /** Properties of a RunOffer. */
            interface $Properties {

                /** RunOffer runId */
                runId?: (string|null);

                /** RunOffer configJson */
                configJson?: (string|null);

                /** RunOffer configSha256 */
                configSha256?: (Uint8Array|null);

                /** RunOffer signature */
                signature?: (mammofed.v1.RunSignature.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunOffer. */
            type $Shape = mammofed.v1.RunOffer.$Properties;
        }

        /**
         * Properties of a RunAgreed.
         * @deprecated Use mammofed.v1.RunAgreed.$Properties instead.
         */
        interface IRunAgreed extends mammofed.v1.RunAgreed.$Properties {
        }

        /** Represents a RunAgreed. */
        class RunAgreed {

            /**
             * Constructs a new RunAgreed.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.RunAgreed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunAgreed runId. */
            runId: string;

            /**
             * Encodes the specified RunAgreed message. Does not implicitly {@link mammofed.v1.RunAgreed.verify|verify} messages.
             * @param message RunAgreed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.RunAgreed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunAgreed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.RunAgreed & mammofed.v1.RunAgreed.$Shape} RunAgreed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.RunAgreed & mammofed.v1.RunAgreed.$Shape;

            /**
             * Creates a RunAgreed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RunAgreed
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.RunAgreed;

            /**
             * Creates a plain object from a RunAgreed message. Also converts values to other types if specified.
             * @param message RunAgreed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.RunAgreed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RunAgreed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for RunAgreed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RunAgreed {

            /** Properties of a RunAgreed. */
            interface $Properties {

                /** RunAgreed runId */
                runId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunAgreed. */
            type $Shape = mammofed.v1.RunAgreed.$Properties;
        }

        /**
         * Properties of an OfferAgain.
         * @deprecated Use mammofed.v1.OfferAgain.$Properties instead.
         */
        interface IOfferAgain extends mammofed.v1.OfferAgain.$Properties {
        }

        /** Represents an OfferAgain. */
        class OfferAgain {

            /**
             * Constructs a new OfferAgain.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.OfferAgain.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified OfferAgain message. Does not implicitly {@link mammofed.v1.OfferAgain.verify|verify} messages.
             * @param message OfferAgain message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.OfferAgain.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OfferAgain message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.OfferAgain & mammofed.v1.OfferAgain.$Shape} OfferAgain
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.OfferAgain & mammofed.v1.OfferAgain.$Shape;

            /**
             * Creates an OfferAgain message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns OfferAgain
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.OfferAgain;

            /**
             * Creates a plain object from an OfferAgain message. Also converts values to other types if specified.
             * @param message OfferAgain
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.OfferAgain, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this OfferAgain to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for OfferAgain
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace OfferAgain {

            /** Properties of an OfferAgain. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OfferAgain. */
            type $Shape = mammofed.v1.OfferAgain.$Properties;
        }

        /**
         * Properties of a TrainTask.
         * @deprecated Use mammofed.v1.TrainTask.$Properties instead.
         */
        interface ITrainTask extends mammofed.v1.TrainTask.$Properties {
        }

        /** Represents a TrainTask. */
        class TrainTask {

            /**
             * Constructs a new TrainTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TrainTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TrainTask runId. */
            runId: string;

            /** TrainTask round. */
            round: number;

            /** TrainTask attempt. */
            attempt: number;

            /** TrainTask mode. */
            mode: string;

            /** TrainTask configJson. */
            configJson: string;

            /** TrainTask configSha256. */
            configSha256: Uint8Array;

            /** TrainTask baseModel. */
            baseModel?: (mammofed.v1.ModelRef.$Properties|null);

            /** TrainTask clips. */
            clips: mammofed.v1.TensorClip.$Properties[];

            /** TrainTask ringBits. */
            ringBits: number;

            /** TrainTask quantumMax. */
            quantumMax: number;

            /** TrainTask deadlineUnixMs. */
            deadlineUnixMs: (number|Long);

            /** TrainTask signature. */
            signature?: (mammofed.v1.RunSignature.$Properties|null);

            /**
             * Encodes the specified TrainTask message. Does not implicitly {@link mammofed.v1.TrainTask.verify|verify} messages.
             * @param message TrainTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TrainTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TrainTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TrainTask & mammofed.v1.TrainTask.$Shape} TrainTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TrainTask & mammofed.v1.TrainTask.$Shape;

            /**
             * Creates a TrainTask message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TrainTask
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TrainTask;

            /**
             * Creates a plain object from a TrainTask message. Also converts values to other types if specified.
             * @param message TrainTask
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TrainTask, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TrainTask to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TrainTask
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TrainTask {

            /** Properties of a TrainTask. */
            interface $Properties {

                /** TrainTask runId */
                runId?: (string|null);

                /** TrainTask round */
                round?: (number|null);

                /** TrainTask attempt */
                attempt?: (number|null);

                /** TrainTask mode */
                mode?: (string|null);

                /** TrainTask configJson */
                configJson?: (string|null);

                /** TrainTask configSha256 */
                configSha256?: (Uint8Array|null);

                /** TrainTask baseModel */
                baseModel?: (mammofed.v1.ModelRef.$Properties|null);

                /** TrainTask clips */
                clips?: (mammofed.v1.TensorClip.$Properties[]|null);

                /** TrainTask ringBits */
                ringBits?: (number|null);

                /** TrainTask quantumMax */
                quantumMax?: (number|null);

                /** TrainTask deadlineUnixMs */
                deadlineUnixMs?: (number|Long|null);

                /** TrainTask signature */
                signature?: (mammofed.v1.RunSignature.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TrainTask. */
            type $Shape = mammofed.v1.TrainTask.$Properties;
        }

        /**
         * Properties of an EvaluateTask.
         * @deprecated Use mammofed.v1.EvaluateTask.$Properties instead.
         */
        interface IEvaluateTask extends mammofed.v1.EvaluateTask.$Properties {
        }

        /** Represents an EvaluateTask. */
        class EvaluateTask {

            /**
             * Constructs a new EvaluateTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.EvaluateTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvaluateTask runId. */
            runId: string;

            /** EvaluateTask round. */
            round: number;

            /** EvaluateTask configJson. */
            configJson: string;

            /** EvaluateTask configSha256. */
            configSha256: Uint8Array;

            /** EvaluateTask model. */
            model?: (mammofed.v1.ModelRef.$Properties|null);

            /** EvaluateTask deadlineUnixMs. */
            deadlineUnixMs: (number|Long);

            /** EvaluateTask signature. */
            signature?: (mammofed.v1.RunSignature.$Properties|null);

            /**
             * Encodes the specified EvaluateTask message. Does not implicitly {@link mammofed.v1.EvaluateTask.verify|verify} messages.
             * @param message EvaluateTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.EvaluateTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvaluateTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluateTask & mammofed.v1.EvaluateTask.$Shape} EvaluateTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.EvaluateTask & mammofed.v1.EvaluateTask.$Shape;

            /**
             * Creates an EvaluateTask message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvaluateTask
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.EvaluateTask;

            /**
             * Creates a plain object from an EvaluateTask message. Also converts values to other types if specified.
             * @param message EvaluateTask
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.EvaluateTask, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvaluateTask to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for EvaluateTask
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EvaluateTask {

            /** Properties of an EvaluateTask. */
            interface $Properties {

                /** EvaluateTask runId */
                runId?: (string|null);

                /** EvaluateTask round */
                round?: (number|null);

                /** EvaluateTask configJson */
                configJson?: (string|null);

                /** EvaluateTask configSha256 */
                configSha256?: (Uint8Array|null);

                /** EvaluateTask model */
                model?: (mammofed.v1.ModelRef.$Properties|null);

                /** EvaluateTask deadlineUnixMs */
                deadlineUnixMs?: (number|Long|null);

                /** EvaluateTask signature */
                signature?: (mammofed.v1.RunSignature.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvaluateTask. */
            type $Shape = mammofed.v1.EvaluateTask.$Properties;
        }

        /**
         * Properties of a CancelTask.
         * @deprecated Use mammofed.v1.CancelTask.$Properties instead.
         */
        interface ICancelTask extends mammofed.v1.CancelTask.$Properties {
        }

        /** Represents a CancelTask. */
        class CancelTask {

            /**
             * Constructs a new CancelTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.CancelTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CancelTask runId. */
            runId: string;

            /** CancelTask round. */
            round: number;

            /** CancelTask attempt. */
            attempt: number;

            /** CancelTask reason. */
            reason: string;

            /**
             * Encodes the specified CancelTask message. Does not implicitly {@link mammofed.v1.CancelTask.verify|verify} messages.
             * @param message CancelTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.CancelTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CancelTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.CancelTask & mammofed.v1.CancelTask.$Shape} CancelTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.CancelTask & mammofed.v1.CancelTask.$Shape;

            /**
             * Creates a CancelTask message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CancelTask
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.CancelTask;

            /**
             * Creates a plain object from a CancelTask message. Also converts values to other types if specified.
             * @param message CancelTask
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.CancelTask, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CancelTask to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CancelTask
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CancelTask {

            /** Properties of a CancelTask. */
            interface $Properties {

                /** CancelTask runId */
                runId?: (string|null);

                /** CancelTask round */
                round?: (number|null);

                /** CancelTask attempt */
                attempt?: (number|null);

                /** CancelTask reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CancelTask. */
            type $Shape = mammofed.v1.CancelTask.$Properties;
        }

        /**
         * Properties of a TaskAccepted.
         * @deprecated Use mammofed.v1.TaskAccepted.$Properties instead.
         */
        interface ITaskAccepted extends mammofed.v1.TaskAccepted.$Properties {
        }

        /** Represents a TaskAccepted. */
        class TaskAccepted {

            /**
             * Constructs a new TaskAccepted.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TaskAccepted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified TaskAccepted message. Does not implicitly {@link mammofed.v1.TaskAccepted.verify|verify} messages.
             * @param message TaskAccepted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TaskAccepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TaskAccepted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TaskAccepted & mammofed.v1.TaskAccepted.$Shape} TaskAccepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TaskAccepted & mammofed.v1.TaskAccepted.$Shape;

            /**
             * Creates a TaskAccepted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TaskAccepted
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TaskAccepted;

            /**
             * Creates a plain object from a TaskAccepted message. Also converts values to other types if specified.
             * @param message TaskAccepted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TaskAccepted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TaskAccepted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TaskAccepted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TaskAccepted {

            /** Properties of a TaskAccepted. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TaskAccepted. */
            type $Shape = mammofed.v1.TaskAccepted.$Properties;
        }

        /**
         * Properties of a Progress.
         * @deprecated Use mammofed.v1.Progress.$Properties instead.
         */
        interface IProgress extends mammofed.v1.Progress.$Properties {
        }

        /** Represents a Progress. */
        class Progress {

            /**
             * Constructs a new Progress.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Progress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Progress runId. */
            runId: string;

            /** Progress round. */
            round: number;

            /** Progress attempt. */
            attempt: number;

            /** Progress phase. */
            phase: string;

            /** Progress step. */
            step: number;

            /** Progress stepCount. */
            stepCount: number;

            /** Progress loss. */
            loss?: (number|null);

            /**
             * Encodes the specified Progress message. Does not implicitly {@link mammofed.v1.Progress.verify|verify} messages.
             * @param message Progress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Progress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Progress & mammofed.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Progress & mammofed.v1.Progress.$Shape;

            /**
             * Creates a Progress message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Progress
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Progress;

            /**
             * Creates a plain object from a Progress message. Also converts values to other types if specified.
             * @param message Progress
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Progress, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Progress to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Progress
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Progress {

            /** Properties of a Progress. */
            interface $Properties {

                /** Progress runId */
                runId?: (string|null);

                /** Progress round */
                round?: (number|null);

                /** Progress attempt */
                attempt?: (number|null);

                /** Progress phase */
                phase?: (string|null);

                /** Progress step */
                step?: (number|null);

                /** Progress stepCount */
                stepCount?: (number|null);

                /** Progress loss */
                loss?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Progress. */
            type $Shape = mammofed.v1.Progress.$Properties;
        }

        /**
         * Properties of a TaskFailed.
         * @deprecated Use mammofed.v1.TaskFailed.$Properties instead.
         */
        interface ITaskFailed extends mammofed.v1.TaskFailed.$Properties {
        }

        /** Represents a TaskFailed. */
        class TaskFailed {

            /**
             * Constructs a new TaskFailed.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TaskFailed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TaskFailed runId. */
            runId: string;

            /** TaskFailed round. */
            round: number;

            /** TaskFailed attempt. */
            attempt: number;

            /** TaskFailed code. */
            code: string;

            /** TaskFailed message. */
            message: string;

            /**
             * Encodes the specified TaskFailed message. Does not implicitly {@link mammofed.v1.TaskFailed.verify|verify} messages.
             * @param message TaskFailed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TaskFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TaskFailed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TaskFailed & mammofed.v1.TaskFailed.$Shape} TaskFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TaskFailed & mammofed.v1.TaskFailed.$Shape;

            /**
             * Creates a TaskFailed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TaskFailed
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TaskFailed;

            /**
             * Creates a plain object from a TaskFailed message. Also converts values to other types if specified.
             * @param message TaskFailed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TaskFailed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TaskFailed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TaskFailed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TaskFailed {

            /** Properties of a TaskFailed. */
            interface $Properties {

                /** TaskFailed runId */
                runId?: (string|null);

                /** TaskFailed round */
                round?: (number|null);

                /** TaskFailed attempt */
                attempt?: (number|null);

                /** TaskFailed code */
                code?: (string|null);

                /** TaskFailed message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TaskFailed. */
            type $Shape = mammofed.v1.TaskFailed.$Properties;
        }

        /**
         * Properties of a ChunkRequest.
         * @deprecated Use mammofed.v1.ChunkRequest.$Properties instead.
         */
        interface IChunkRequest extends mammofed.v1.ChunkRequest.$Properties {
        }

        /** Represents a ChunkRequest. */
        class ChunkRequest {

            /**
             * Constructs a new ChunkRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ChunkRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChunkRequest sha256. */
            sha256: Uint8Array;

            /** ChunkRequest index. */
            index: number;

            /**
             * Encodes the specified ChunkRequest message. Does not implicitly {@link mammofed.v1.ChunkRequest.verify|verify} messages.
             * @param message ChunkRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ChunkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChunkRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ChunkRequest & mammofed.v1.ChunkRequest.$Shape} ChunkRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ChunkRequest & mammofed.v1.ChunkRequest.$Shape;

            /**
             * Creates a ChunkRequest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ChunkRequest
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ChunkRequest;

            /**
             * Creates a plain object from a ChunkRequest message. Also converts values to other types if specified.
             * @param message ChunkRequest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ChunkRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ChunkRequest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ChunkRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ChunkRequest {

            /** Properties of a ChunkRequest. */
            interface $Properties {

                /** ChunkRequest sha256 */
                sha256?: (Uint8Array|null);

                /** ChunkRequest index */
                index?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChunkRequest. */
            type $Shape = mammofed.v1.ChunkRequest.$Properties;
        }

        /**
         * Properties of a Chunk.
         * @deprecated Use mammofed.v1.Chunk.$Properties instead.
         */
        interface IChunk extends mammofed.v1.Chunk.$Properties {
        }

        /** Represents a Chunk. */
        class Chunk {

            /**
             * Constructs a new Chunk.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Chunk.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Chunk sha256. */
            sha256: Uint8Array;

            /** Chunk index. */
            index: number;

            /** Chunk data. */
            data: Uint8Array;

            /** Chunk chunkSha256. */
            chunkSha256: Uint8Array;

            /**
             * Encodes the specified Chunk message. Does not implicitly {@link mammofed.v1.Chunk.verify|verify} messages.
             * @param message Chunk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Chunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Chunk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Chunk & mammofed.v1.Chunk.$Shape} Chunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Chunk & mammofed.v1.Chunk.$Shape;

            /**
             * Creates a Chunk message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Chunk
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Chunk;

            /**
             * Creates a plain object from a Chunk message. Also converts values to other types if specified.
             * @param message Chunk
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Chunk, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Chunk to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Chunk
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Chunk {

            /** Properties of a Chunk. */
            interface $Properties {

                /** Chunk sha256 */
                sha256?: (Uint8Array|null);

                /** Chunk index */
                index?: (number|null);

                /** Chunk data */
                data?: (Uint8Array|null);

                /** Chunk chunkSha256 */
                chunkSha256?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Chunk. */
            type $Shape = mammofed.v1.Chunk.$Properties;
        }

        /**
         * Properties of an UploadOpen.
         * @deprecated Use mammofed.v1.UploadOpen.$Properties instead.
         */
        interface IUploadOpen extends mammofed.v1.UploadOpen.$Properties {
        }

        /** Represents an UploadOpen. */
        class UploadOpen {

            /**
             * Constructs a new UploadOpen.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.UploadOpen.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UploadOpen runId. */
            runId: string;

            /** UploadOpen round. */
            round: number;

            /** UploadOpen attempt. */
            attempt: number;

            /** UploadOpen sha256. */
            sha256: Uint8Array;

            /** UploadOpen byteLength. */
            byteLength: (number|Long);

            /** UploadOpen statistics. */
            statistics?: (mammofed.v1.TrainingStatistics.$Properties|null);

            /** UploadOpen engine. */
            engine?: (mammofed.v1.EngineReport.$Properties|null);

            /**
             * Encodes the specified UploadOpen message. Does not implicitly {@link mammofed.v1.UploadOpen.verify|verify} messages.
             * @param message UploadOpen message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.UploadOpen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UploadOpen message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadOpen & mammofed.v1.UploadOpen.$Shape} UploadOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.UploadOpen & mammofed.v1.UploadOpen.$Shape;

            /**
             * Creates an UploadOpen message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UploadOpen
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.UploadOpen;

            /**
             * Creates a plain object from an UploadOpen message. Also converts values to other types if specified.
             * @param message UploadOpen
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.UploadOpen, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UploadOpen to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for UploadOpen
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UploadOpen {

            /** Properties of an UploadOpen. */
            interface $Properties {

                /** UploadOpen runId */
                runId?: (string|null);

                /** UploadOpen round */
                round?: (number|null);

                /** UploadOpen attempt */
                attempt?: (number|null);

                /** UploadOpen sha256 */
                sha256?: (Uint8Array|null);

                /** UploadOpen byteLength */
                byteLength?: (number|Long|null);

                /** UploadOpen statistics */
                statistics?: (mammofed.v1.TrainingStatistics.$Properties|null);

                /** UploadOpen engine */
                engine?: (mammofed.v1.EngineReport.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UploadOpen. */
            type $Shape = mammofed.v1.UploadOpen.$Properties;
        }

        /**
         * Properties of an UploadStatus.
         * @deprecated Use mammofed.v1.UploadStatus.$Properties instead.
         */
        interface IUploadStatus extends mammofed.v1.UploadStatus.$Properties {
        }

        /** Represents an UploadStatus. */
        class UploadStatus {

            /**
             * Constructs a new UploadStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.UploadStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UploadStatus nextChunk. */
            nextChunk: number;

            /** UploadStatus complete. */
            complete: boolean;

            /**
             * Encodes the specified UploadStatus message. Does not implicitly {@link mammofed.v1.UploadStatus.verify|verify} messages.
             * @param message UploadStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.UploadStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UploadStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadStatus & mammofed.v1.UploadStatus.$Shape} UploadStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.UploadStatus & mammofed.v1.UploadStatus.$Shape;

            /**
             * Creates an UploadStatus message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UploadStatus
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.UploadStatus;

            /**
             * Creates a plain object from an UploadStatus message. Also converts values to other types if specified.
             * @param message UploadStatus
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.UploadStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UploadStatus to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for UploadStatus
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UploadStatus {

            /** Properties of an UploadStatus. */
            interface $Properties {

                /** UploadStatus nextChunk */
                nextChunk?: (number|null);

                /** UploadStatus complete */
                complete?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UploadStatus. */
            type $Shape = mammofed.v1.UploadStatus.$Properties;
        }

        /**
         * Properties of an UploadChunk.
         * @deprecated Use mammofed.v1.UploadChunk.$Properties instead.
         */
        interface IUploadChunk extends mammofed.v1.UploadChunk.$Properties {
        }

        /** Represents an UploadChunk. */
        class UploadChunk {

            /**
             * Constructs a new UploadChunk.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.UploadChunk.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UploadChunk runId. */
            runId: string;

            /** UploadChunk round. */
            round: number;

            /** UploadChunk attempt. */
            attempt: number;

            /** UploadChunk index. */
            index: number;

            /** UploadChunk data. */
            data: Uint8Array;

            /** UploadChunk chunkSha256. */
            chunkSha256: Uint8Array;

            /**
             * Encodes the specified UploadChunk message. Does not implicitly {@link mammofed.v1.UploadChunk.verify|verify} messages.
             * @param message UploadChunk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.UploadChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UploadChunk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadChunk & mammofed.v1.UploadChunk.$Shape} UploadChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.UploadChunk & mammofed.v1.UploadChunk.$Shape;

            /**
             * Creates an UploadChunk message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UploadChunk
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.UploadChunk;

            /**
             * Creates a plain object from an UploadChunk message. Also converts values to other types if specified.
             * @param message UploadChunk
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.UploadChunk, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UploadChunk to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for UploadChunk
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UploadChunk {

            /** Properties of an UploadChunk. */
            interface $Properties {

                /** UploadChunk runId */
                runId?: (string|null);

                /** UploadChunk round */
                round?: (number|null);

                /** UploadChunk attempt */
                attempt?: (number|null);

                /** UploadChunk index */
                index?: (number|null);

                /** UploadChunk data */
                data?: (Uint8Array|null);

                /** UploadChunk chunkSha256 */
                chunkSha256?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UploadChunk. */
            type $Shape = mammofed.v1.UploadChunk.$Properties;
        }

        /**
         * Properties of a TrainingStatistics.
         * @deprecated Use mammofed.v1.TrainingStatistics.$Properties instead.
         */
        interface ITrainingStatistics extends mammofed.v1.TrainingStatistics.$Properties {
        }

        /** Represents a TrainingStatistics. */
        class TrainingStatistics {

            /**
             * Constructs a new TrainingStatistics.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TrainingStatistics.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TrainingStatistics exampleCount. */
            exampleCount?: (number|null);

            /** TrainingStatistics meanLoss. */
            meanLoss?: (number|null);

            /**
             * Encodes the specified TrainingStatistics message. Does not implicitly {@link mammofed.v1.TrainingStatistics.verify|verify} messages.
             * @param message TrainingStatistics message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TrainingStatistics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TrainingStatistics message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TrainingStatistics & mammofed.v1.TrainingStatistics.$Shape} TrainingStatistics
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TrainingStatistics & mammofed.v1.TrainingStatistics.$Shape;

            /**
             * Creates a TrainingStatistics message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TrainingStatistics
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TrainingStatistics;

            /**
             * Creates a plain object from a TrainingStatistics message. Also converts values to other types if specified.
             * @param message TrainingStatistics
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TrainingStatistics, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TrainingStatistics to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TrainingStatistics
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TrainingStatistics {

            /** Properties of a TrainingStatistics. */
            interface $Properties {

                /** TrainingStatistics exampleCount */
                exampleCount?: (number|null);

                /** TrainingStatistics meanLoss */
                meanLoss?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TrainingStatistics. */
            type $Shape = mammofed.v1.TrainingStatistics.$Properties;
        }

        /**
         * Properties of an EngineReport.
         * @deprecated Use mammofed.v1.EngineReport.$Properties instead.
         */
        interface IEngineReport extends mammofed.v1.EngineReport.$Properties {
        }

        /** Represents an EngineReport. */
        class EngineReport {

            /**
             * Constructs a new EngineReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.EngineReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EngineReport name. */
            name: string;

            /** EngineReport device. */
            device: string;

            /** EngineReport steps. */
            steps?: (number|null);

            /**
             * Encodes the specified EngineReport message. Does not implicitly {@link mammofed.v1.EngineReport.verify|verify} messages.
             * @param message EngineReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.EngineReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.EngineReport & mammofed.v1.EngineReport.$Shape} EngineReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.EngineReport & mammofed.v1.EngineReport.$Shape;

            /**
             * Creates an EngineReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EngineReport
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.EngineReport;

            /**
             * Creates a plain object from an EngineReport message. Also converts values to other types if specified.
             * @param message EngineReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.EngineReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EngineReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for EngineReport
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EngineReport {

            /** Properties of an EngineReport. */
            interface $Properties {

                /** EngineReport name */
                name?: (string|null);

                /** EngineReport device */
                device?: (string|null);

                /** EngineReport steps */
                steps?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineReport. */
            type $Shape = mammofed.v1.EngineReport.$Properties;
        }

        /**
         * Properties of a MetricSummary.
         * @deprecated Use mammofed.v1.MetricSummary.$Properties instead.
         */
        interface IMetricSummary extends mammofed.v1.MetricSummary.$Properties {
        }

        /** Represents a MetricSummary. */
        class MetricSummary {

            /**
             * Constructs a new MetricSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.MetricSummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MetricSummary mean. */
            mean?: (number|null);

            /** MetricSummary min. */
            min?: (number|null);

            /** MetricSummary max. */
            max?: (number|null);

            /**
             * Encodes the specified MetricSummary message. Does not implicitly {@link mammofed.v1.MetricSummary.verify|verify} messages.
             * @param message MetricSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.MetricSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MetricSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.MetricSummary & mammofed.v1.MetricSummary.$Shape} MetricSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.MetricSummary & mammofed.v1.MetricSummary.$Shape;

            /**
             * Creates a MetricSummary message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MetricSummary
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.MetricSummary;

            /**
             * Creates a plain object from a MetricSummary message. Also converts values to other types if specified.
             * @param message MetricSummary
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.MetricSummary, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MetricSummary to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for MetricSummary
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MetricSummary {

            /** Properties of a MetricSummary. */
            interface $Properties {

                /** MetricSummary mean */
                mean?: (number|null);

                /** MetricSummary min */
                min?: (number|null);

                /** MetricSummary max */
                max?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MetricSummary. */
            type $Shape = mammofed.v1.MetricSummary.$Properties;
        }

        /**
         * Properties of an Interval.
         * @deprecated Use mammofed.v1.Interval.$Properties instead.
         */
        interface IInterval extends mammofed.v1.Interval.$Properties {
        }

        /** Represents an Interval. */
        class Interval {

            /**
             * Constructs a new Interval.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Interval.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Interval low. */
            low: number;

            /** Interval high. */
            high: number;

            /**
             * Encodes the specified Interval message. Does not implicitly {@link mammofed.v1.Interval.verify|verify} messages.
             * @param message Interval message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Interval.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Interval message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Interval & mammofed.v1.Interval.$Shape} Interval
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Interval & mammofed.v1.Interval.$Shape;

            /**
             * Creates an Interval message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Interval
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Interval;

            /**
             * Creates a plain object from an Interval message. Also converts values to other types if specified.
             * @param message Interval
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Interval, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Interval to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Interval
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Interval {

            /** Properties of an Interval. */
            interface $Properties {

                /** Interval low */
                low?: (number|null);

                /** Interval high */
                high?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Interval. */
            type $Shape = mammofed.v1.Interval.$Properties;
        }

        /**
         * Properties of a SubsetFigures.
         * @deprecated Use mammofed.v1.SubsetFigures.$Properties instead.
         */
        interface ISubsetFigures extends mammofed.v1.SubsetFigures.$Properties {
        }

        /** Represents a SubsetFigures. */
        class SubsetFigures {

            /**
             * Constructs a new SubsetFigures.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.SubsetFigures.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SubsetFigures n. */
            n: number;

            /** SubsetFigures dice. */
            dice: number;

            /**
             * Encodes the specified SubsetFigures message. Does not implicitly {@link mammofed.v1.SubsetFigures.verify|verify} messages.
             * @param message SubsetFigures message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.SubsetFigures.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubsetFigures message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.SubsetFigures & mammofed.v1.SubsetFigures.$Shape} SubsetFigures
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.SubsetFigures & mammofed.v1.SubsetFigures.$Shape;

            /**
             * Creates a SubsetFigures message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SubsetFigures
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.SubsetFigures;

            /**
             * Creates a plain object from a SubsetFigures message. Also converts values to other types if specified.
             * @param message SubsetFigures
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.SubsetFigures, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SubsetFigures to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SubsetFigures
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SubsetFigures {

            /** Properties of a SubsetFigures. */
            interface $Properties {

                /** SubsetFigures n */
                n?: (number|null);

                /** SubsetFigures dice */
                dice?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SubsetFigures. */
            type $Shape = mammofed.v1.SubsetFigures.$Properties;
        }

        /**
         * Properties of an EvaluationReport.
         * @deprecated Use mammofed.v1.EvaluationReport.$Properties instead.
         */
        interface IEvaluationReport extends mammofed.v1.EvaluationReport.$Properties {
        }

        /** Represents an EvaluationReport. */
        class EvaluationReport {

            /**
             * Constructs a new EvaluationReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.EvaluationReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvaluationReport runId. */
            runId: string;

            /** EvaluationReport round. */
            round: number;

            /** EvaluationReport modelSha256. */
            modelSha256: Uint8Array;

            /** EvaluationReport n. */
            n?: (number|null);

            /** EvaluationReport dice. */
            dice?: (mammofed.v1.MetricSummary.$Properties|null);

            /** EvaluationReport sensitivity. */
            sensitivity?: (mammofed.v1.MetricSummary.$Properties|null);

            /** EvaluationReport specificity. */
            specificity?: (mammofed.v1.MetricSummary.$Properties|null);

            /** EvaluationReport accuracy. */
            accuracy?: (mammofed.v1.MetricSummary.$Properties|null);

            /** EvaluationReport allLesionDice. */
            allLesionDice?: (number|null);

            /** EvaluationReport meanMaskDice. */
            meanMaskDice?: (number|null);

            /** EvaluationReport engine. */
            engine?: (mammofed.v1.EngineReport.$Properties|null);

            /** EvaluationReport diceInterval. */
            diceInterval?: (mammofed.v1.Interval.$Properties|null);

            /** EvaluationReport edge. */
            edge?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** EvaluationReport central. */
            central?: (mammofed.v1.SubsetFigures.$Properties|null);

            /**
             * Encodes the specified EvaluationReport message. Does not implicitly {@link mammofed.v1.EvaluationReport.verify|verify} messages.
             * @param message EvaluationReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.EvaluationReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvaluationReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluationReport & mammofed.v1.EvaluationReport.$Shape} EvaluationReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.EvaluationReport & mammofed.v1.EvaluationReport.$Shape;

            /**
             * Creates an EvaluationReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvaluationReport
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.EvaluationReport;

            /**
             * Creates a plain object from an EvaluationReport message. Also converts values to other types if specified.
             * @param message EvaluationReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.EvaluationReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvaluationReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for EvaluationReport
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EvaluationReport {

            /** Properties of an EvaluationReport. */
            interface $Properties {

                /** EvaluationReport runId */
                runId?: (string|null);

                /** EvaluationReport round */
                round?: (number|null);

                /** EvaluationReport modelSha256 */
                modelSha256?: (Uint8Array|null);

                /** EvaluationReport n */
                n?: (number|null);

                /** EvaluationReport dice */
                dice?: (mammofed.v1.MetricSummary.$Properties|null);

                /** EvaluationReport sensitivity */
                sensitivity?: (mammofed.v1.MetricSummary.$Properties|null);

                /** EvaluationReport specificity */
                specificity?: (mammofed.v1.MetricSummary.$Properties|null);

                /** EvaluationReport accuracy */
                accuracy?: (mammofed.v1.MetricSummary.$Properties|null);

                /** EvaluationReport allLesionDice */
                allLesionDice?: (number|null);

                /** EvaluationReport meanMaskDice */
                meanMaskDice?: (number|null);

                /** EvaluationReport engine */
                engine?: (mammofed.v1.EngineReport.$Properties|null);

                /** EvaluationReport diceInterval */
                diceInterval?: (mammofed.v1.Interval.$Properties|null);

                /** EvaluationReport edge */
                edge?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** EvaluationReport central */
                central?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvaluationReport. */
            type $Shape = mammofed.v1.EvaluationReport.$Properties;
        }

        /**
         * Properties of an EvaluationStored.
         * @deprecated Use mammofed.v1.EvaluationStored.$Properties instead.
         */
        interface IEvaluationStored extends mammofed.v1.EvaluationStored.$Properties {
        }

        /** Represents an EvaluationStored. */
        class EvaluationStored {

            /**
             * Constructs a new EvaluationStored.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.EvaluationStored.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified EvaluationStored message. Does not implicitly {@link mammofed.v1.EvaluationStored.verify|verify} messages.
             * @param message EvaluationStored message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.EvaluationStored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvaluationStored message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluationStored & mammofed.v1.EvaluationStored.$Shape} EvaluationStored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.EvaluationStored & mammofed.v1.EvaluationStored.$Shape;

            /**
             * Creates an EvaluationStored message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvaluationStored
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.EvaluationStored;

            /**
             * Creates a plain object from an EvaluationStored message. Also converts values to other types if specified.
             * @param message EvaluationStored
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.EvaluationStored, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvaluationStored to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for EvaluationStored
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EvaluationStored {

            /** Properties of an EvaluationStored. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvaluationStored. */
            type $Shape = mammofed.v1.EvaluationStored.$Properties;
        }
    }
}
